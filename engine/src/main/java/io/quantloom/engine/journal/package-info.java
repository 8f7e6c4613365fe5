/**
 * What must never be lost: the port {@link io.quantloom.engine.journal.Journal}, to which stores append registry
 * transitions and fills before anybody is told. Uses {@code base}.
 */
@NullMarked
package io.quantloom.engine.journal;

import org.jspecify.annotations.NullMarked;
