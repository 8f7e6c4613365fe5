package io.quantloom.engine.model;

/**
 * A registered strategy without a model. Immutable.
 *
 * @param name the registered model
 * @param version its version
 * @param gated whether its gates were run and passed
 * @param card what it is and was tried on
 * @param specification the backtest specification it was registered with, as it was given
 */
public record ServedStrategy(String name, int version, boolean gated, StrategyCard card, String specification)
        implements ServedVersion {

    @Override
    public void close() {
        // a text holds nothing
    }
}
