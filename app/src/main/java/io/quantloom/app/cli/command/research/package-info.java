/** Commands of the research loop: feature sets, labels, learners, studies, factory runs, the pool, and the presets they start from. */
@NullMarked
package io.quantloom.app.cli.command.research;

import org.jspecify.annotations.NullMarked;
