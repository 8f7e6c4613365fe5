/**
 * Instructions and what became of them: an {@link io.quantloom.engine.order.Order} with its
 * {@link io.quantloom.engine.order.OrderType} and {@link io.quantloom.engine.order.TimeInForce}, the
 * {@link io.quantloom.engine.order.OrderEvent}s that answer it, the {@link io.quantloom.engine.order.Fill} and the reason
 * it happened. Uses {@code instrument}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.order;

import org.jspecify.annotations.NullMarked;
