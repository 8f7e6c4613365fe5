/**
 * What a model's run recorded of its worth: {@link io.quantloom.ui.registry.card.CardViewModel} reads how well it classifies,
 * what it looks at and how it does beside twins without signal. Uses {@code chart} and {@code control}.
 */
@NullMarked
package io.quantloom.ui.registry.card;

import org.jspecify.annotations.NullMarked;
