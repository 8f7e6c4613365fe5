/**
 * Positions and accounts: an {@link io.quantloom.engine.portfolio.Account} is the fold of its fills, a
 * {@link io.quantloom.engine.portfolio.RoundTrip} is a trade from entry to flat. Uses {@code order}.
 */
@NullMarked
package io.quantloom.engine.portfolio;

import org.jspecify.annotations.NullMarked;
