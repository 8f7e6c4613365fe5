package io.quantloom.engine.tour;

import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.trading.FeedSource;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;

/**
 * What the paper stage of the walk needs.
 *
 * @param start begins the session
 * @param run runs it
 * @param feeds replays stored bars without waiting
 * @param reconcile compares it with its twin
 * @param bots where its steps are
 */
public record TourPaper(StartBot start, RunBot run, FeedSource feeds, ReconcileBot reconcile, BotStore bots) {}
