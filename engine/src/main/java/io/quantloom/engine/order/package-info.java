/**
 * Instructions and what became of them: {@link io.quantloom.engine.order.Fill}, with its
 * {@link io.quantloom.engine.order.OrderSide} and the reason it happened. Uses {@code instrument}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.order;

import org.jspecify.annotations.NullMarked;
