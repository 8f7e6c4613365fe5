/**
 * What pages share that begin training: {@link io.quantloom.ui.training.ConfigurationView} chooses, shows and checks the
 * configuration to run, {@link io.quantloom.ui.training.WorkView} says how far the work begun is. Uses {@code control},
 * {@code dialog} and {@code task}; knows no screen.
 */
@NullMarked
package io.quantloom.ui.training;

import org.jspecify.annotations.NullMarked;
