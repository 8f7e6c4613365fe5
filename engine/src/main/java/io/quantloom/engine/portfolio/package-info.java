/**
 * Positions and accounts: an {@link io.quantloom.engine.portfolio.Account} with a
 * {@link io.quantloom.engine.portfolio.Position} in each instrument is the fold of its fills; its
 * {@link io.quantloom.engine.portfolio.Ledger} says where the balance came from; a
 * {@link io.quantloom.engine.portfolio.RoundTrip} is a trade from flat to flat. Uses {@code order}.
 */
@NullMarked
package io.quantloom.engine.portfolio;

import org.jspecify.annotations.NullMarked;
