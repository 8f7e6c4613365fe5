package io.quantloom.engine.trading;

import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.RegistryStore;

/**
 * Where bots read and write.
 *
 * @param bars prices, instruments and funding
 * @param registry which version an alias names
 * @param bots sessions and their steps
 */
public record TradingStores(BarStore bars, RegistryStore registry, BotStore bots) {}
