package io.quantloom.engine.execution;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import java.util.Map;
import java.util.Optional;

/** Reads how to trade from our files (contracts.md, Backtest specification). What is left out has the default there. */
public final class ExecutionReader {

    private static final double MOST_BPS = 5_000;
    private static final double JUST_BELOW_ONE = Math.nextDown(1.0);

    private static final Kind<ExitLevel> STOP_LOSS = level("a fraction in (0, 1) or label", 1);
    private static final Kind<ExitLevel> TAKE_PROFIT = level("a fraction above 0 or label", Double.POSITIVE_INFINITY);

    private ExecutionReader() {}

    /** Reads {@code account}, {@code sizing}, {@code execution} and {@code exits} of the section, all optional. */
    public static ExecutionSpec read(Section root) {
        return new ExecutionSpec(
                account(root.section("account")),
                sizing(root.section("sizing")),
                costs(root.section("execution")),
                exits(root.section("exits")));
    }

    /** Reads {@code {cash, currency, leverage}}. */
    public static Account account(Section account) {
        Account otherwise = ExecutionSpec.DEFAULT.account();
        return new Account(
                account.optional("cash", Kind.positive(), otherwise.cash()),
                account.optional("currency", Kind.text(), otherwise.currency()),
                account.optional("leverage", Kind.number(1, 1_000), otherwise.leverage()));
    }

    /** Reads {@code {type, whole_units}}. */
    public static Sizing sizing(Section sizing) {
        sizing.optional("type", only("all-in"), "all-in");
        return new Sizing(sizing.optional("whole_units", Kind.flag(), false));
    }

    /** Reads {@code {decide, fill, fee, slippage_bps, spread_bps, funding}}. */
    public static Costs costs(Section execution) {
        execution.optional("decide", only("close"), "close");
        execution.optional("fill", only("next-open"), "next-open");
        return new Costs(
                execution.optional("fee", Kind.number(0, JUST_BELOW_ONE), 0.0),
                execution.optional("slippage_bps", Kind.number(0, MOST_BPS), 0.0),
                execution.optional("spread_bps", Kind.number(0, MOST_BPS), 0.0),
                execution.optional("funding", Kind.flag(), true));
    }

    /** Reads {@code {stop_loss, take_profit, trailing_stop, intrabar}}. */
    public static Exits exits(Section exits) {
        exits.find(
                "trailing_stop",
                new Kind<>("nothing; trailing stops come later", text -> Optional.<String>empty(), ""));
        exits.optional("intrabar", only("pessimistic"), "pessimistic");
        return new Exits(
                exits.optional("stop_loss", STOP_LOSS, ExitLevel.none()),
                exits.optional("take_profit", TAKE_PROFIT, ExitLevel.none()));
    }

    private static Kind<String> only(String word) {
        return Kind.oneOf(Map.of(word, word), word);
    }

    private static Kind<ExitLevel> level(String expected, double below) {
        return new Kind<>(
                expected,
                text -> {
                    if (text.equals("label")) {
                        return Optional.of(ExitLevel.ofLabel());
                    }
                    return Kind.positive()
                            .parse()
                            .apply(text)
                            .filter(value -> value < below)
                            .map(ExitLevel::at);
                },
                ExitLevel.none());
    }
}
