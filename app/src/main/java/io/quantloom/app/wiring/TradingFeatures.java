package io.quantloom.app.wiring;

import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.FeedSource;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import java.util.function.DoubleFunction;

/**
 * The use cases of Loop B.
 *
 * @param startBot begins a session
 * @param runBot runs it
 * @param reconcileBot compares it with its twin
 * @param activeBots what a person can ask of those that run here
 * @param replay replays stored bars so many times as fast as life
 */
public record TradingFeatures(
        StartBot startBot,
        RunBot runBot,
        ReconcileBot reconcileBot,
        ActiveBots activeBots,
        DoubleFunction<FeedSource> replay) {}
