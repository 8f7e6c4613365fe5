/**
 * The commands, one class a group, in lifecycle order: {@code data}, {@code research}, {@code backtest}, {@code trading},
 * {@code workspace}; here stands what several of them share. A command reads its options, calls use cases and ports of the
 * {@link io.quantloom.app.wiring.Application}, and turns the result into a {@link io.quantloom.app.cli.session.Reply}; it
 * decides nothing about the domain. The forms of the documents are those of contracts.md.
 */
@NullMarked
package io.quantloom.app.cli.command;

import org.jspecify.annotations.NullMarked;
