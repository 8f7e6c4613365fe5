/**
 * What a factory run leaves behind: runs of symbols with timed stages, their reports and windows, the looks at holdouts, and the
 * stores all of it is kept in.
 */
@NullMarked
package io.quantloom.engine.training.tracking;

import org.jspecify.annotations.NullMarked;
