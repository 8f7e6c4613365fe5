/**
 * The Registry screen: {@link io.quantloom.ui.registry.ModelListViewModel} lists registered models,
 * {@link io.quantloom.ui.registry.VersionsViewModel} opens one with its versions, gates and history,
 * {@link io.quantloom.ui.registry.PromotionViewModel} moves aliases through their gates, and
 * {@link io.quantloom.ui.registry.ChampionViewModel} compares a version with the Champion. Knows no other screen.
 */
@NullMarked
package io.quantloom.ui.registry;

import org.jspecify.annotations.NullMarked;
