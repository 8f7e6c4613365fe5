/**
 * The Paper screen: {@link io.quantloom.ui.paper.BotListViewModel} lists bots,
 * {@link io.quantloom.ui.paper.BotViewModel} follows the open one bar by bar as the fold of its steps
 * ({@link io.quantloom.ui.paper.BotSession}), {@link io.quantloom.ui.paper.StartBotViewModel} begins another. Values are
 * conflated, fills and decisions never dropped. Knows no other screen.
 */
@NullMarked
package io.quantloom.ui.paper;

import org.jspecify.annotations.NullMarked;
