/**
 * Registered models, their versions, gates and aliases: {@link io.quantloom.engine.registry.PromoteModel} moves an
 * alias only through {@link io.quantloom.engine.registry.Gate}s and leaves a
 * {@link io.quantloom.engine.registry.Transition}. Uses {@code experiment}, {@code model}, {@code journal}.
 */
@NullMarked
package io.quantloom.engine.registry;

import org.jspecify.annotations.NullMarked;
