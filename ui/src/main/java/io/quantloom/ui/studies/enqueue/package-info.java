/**
 * A trial of one's own: {@link io.quantloom.ui.studies.enqueue.EnqueueViewModel} checks its parameters against what the open
 * study may try, as they are typed.
 */
@NullMarked
package io.quantloom.ui.studies.enqueue;

import org.jspecify.annotations.NullMarked;
