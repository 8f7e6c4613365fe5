/**
 * Strategies that people write in Java: a jar with a {@link io.quantloom.engine.strategy.custom.StrategyProvider} in its
 * {@code META-INF/services} is found by {@link io.quantloom.engine.strategy.custom.CustomStrategies}, which
 * {@link io.quantloom.engine.strategy.custom.StrategyJars} implements over a folder. What a provider needs is its own
 * interface, {@code Strategy}, {@code Decision}, {@code Target} and {@code Bar}. Uses {@code strategy}, {@code market},
 * {@code base}.
 */
@NullMarked
package io.quantloom.engine.strategy.custom;

import org.jspecify.annotations.NullMarked;
