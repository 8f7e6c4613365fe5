/**
 * Positions and accounts: {@link io.quantloom.engine.portfolio.RoundTrip}, from entry to flat. Uses {@code order}.
 */
@NullMarked
package io.quantloom.engine.portfolio;

import org.jspecify.annotations.NullMarked;
