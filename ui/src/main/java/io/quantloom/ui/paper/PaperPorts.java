package io.quantloom.ui.paper;

import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotControl;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.trading.ReconcileBot;

/**
 * What the Paper screen needs of the engine.
 *
 * @param bots bots and their steps
 * @param registry models a bot can follow
 * @param bars instruments
 * @param control what can be asked of a running bot
 * @param sessions begins and runs sessions
 * @param reconcile compares a session with its twin
 */
public record PaperPorts(
        BotStore bots,
        RegistryStore registry,
        BarStore bars,
        BotControl control,
        StartBotViewModel.Sessions sessions,
        ReconcileBot reconcile) {}
