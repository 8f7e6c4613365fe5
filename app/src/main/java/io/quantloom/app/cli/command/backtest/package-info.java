/** Commands about backtests and the runs that keep them: run, grid, compare, report; search and compare runs. */
@NullMarked
package io.quantloom.app.cli.command.backtest;

import org.jspecify.annotations.NullMarked;
