/**
 * Rules over technical indicators, built with ta4j, whose types stay here and in {@code indicator.ta4j}:
 * {@link io.quantloom.engine.strategy.ta4j.RuleReader} reads a tree of names and numbers from a file and says what is wrong
 * with it, {@link io.quantloom.engine.strategy.ta4j.Ta4jRules} makes a strategy of it. Only what looks at past bars and at
 * nothing else is in the catalog. Uses {@code strategy}, {@code indicator}, {@code document}, {@code market}.
 */
@NullMarked
package io.quantloom.engine.strategy.ta4j;

import org.jspecify.annotations.NullMarked;
