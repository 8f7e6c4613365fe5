package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.strategy.Strategy;
import java.util.List;

/**
 * Makes strategies of one kind; what a jar in the folder {@code strategies} of the workspace offers. Found by
 * {@link java.util.ServiceLoader}: public, with a public constructor without parameters. The code of a jar runs with all
 * rights of this program: put only jars there that you trust.
 *
 * <p>A strategy must be a function of the bars it was handed and its parameters: no clock, no random numbers, no files.
 * Then a backtest repeats bit for bit and equals paper. What it believes of its position must come from {@code held},
 * which it is told at each close.
 */
public interface StrategyProvider {

    /** {@return its name in files: 1 to 40 lower-case letters, digits and -, beginning with a letter} */
    String name();

    /** {@return its version in files: 1 to 40 letters, digits and . _ -; change it whenever decisions may change} */
    String version();

    /** {@return what can be set, in the order people are shown; empty for nothing} */
    List<StrategyParameter> parameters();

    /**
     * Makes a fresh strategy.
     *
     * @param values one for each parameter, of its kind and in its range
     * @throws IllegalArgumentException if the values do not fit each other, with one sentence for a person
     */
    Strategy create(ParameterValues values);
}
