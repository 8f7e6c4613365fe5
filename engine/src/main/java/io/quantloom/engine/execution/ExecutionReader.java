package io.quantloom.engine.execution;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Matching.FillAt;
import io.quantloom.engine.execution.Matching.Intrabar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads how to trade from our files (contracts.md, Backtest specification). What is left out has the default there. */
public final class ExecutionReader {

    private static final double MOST_BPS = 5_000;
    private static final double MOST_LEVERAGE = 1_000;
    private static final double JUST_BELOW_ONE = Math.nextDown(1.0);
    private static final int LONGEST_SPAN = 100_000;
    private static final int USUAL_SPAN = 20;
    private static final int MOST_LATENCY = 10_000;

    private static final Kind<ExitLevel> STOP_LOSS = level("a fraction in (0, 1) or label", 1);
    private static final Kind<ExitLevel> TAKE_PROFIT = level("a fraction above 0 or label", Double.POSITIVE_INFINITY);
    private static final Kind<Double> PART = fraction("a fraction in (0, 1)", JUST_BELOW_ONE);
    private static final Kind<Double> SHARE = fraction("a fraction in (0, 1]", 1);
    private static final Kind<Double> AT_LEAST_ZERO = Kind.number(0, Double.POSITIVE_INFINITY);
    private static final Kind<Integer> SPAN = Kind.whole(2, LONGEST_SPAN);

    private ExecutionReader() {}

    /** Reads {@code account}, {@code sizing}, {@code execution}, {@code exits} and {@code entry}, all optional. */
    public static ExecutionSpec read(Section root) {
        Section execution = root.section("execution");
        Section exits = root.section("exits");
        return new ExecutionSpec(
                account(root.section("account")),
                sizing(root.section("sizing")),
                costs(execution),
                exits(exits),
                matching(execution, exits),
                entry(root.section("entry")));
    }

    /** Reads {@code {cash, currency, leverage, maintenance_margin}}. */
    public static Account account(Section account) {
        Account otherwise = ExecutionSpec.DEFAULT.account();
        double leverage = account.optional("leverage", Kind.number(1, MOST_LEVERAGE), otherwise.leverage());
        Optional<Double> margin = account.find("maintenance_margin", Kind.number(0, JUST_BELOW_ONE));
        if (margin.isPresent() && margin.get() >= 1 / leverage) {
            account.finding(
                    "maintenance_margin",
                    "below the initial margin of 1 / leverage = " + 1 / leverage,
                    margin.get().toString());
            margin = Optional.empty();
        }
        return new Account(
                account.optional("cash", Kind.positive(), otherwise.cash()),
                account.optional("currency", Kind.text(), otherwise.currency()),
                leverage,
                optional(margin));
    }

    /** Reads {@code {type, whole_units}} and the keys of the type. */
    public static Sizing sizing(Section sizing) {
        String type =
                sizing.optional("type", words("all-in", "fixed-fraction", "volatility-target", "kelly"), "all-in");
        SizingRule rule = switch (type) {
            case "fixed-fraction" -> new SizingRule.FixedFraction(sizing.required("fraction", SHARE));
            case "volatility-target" ->
                new SizingRule.VolatilityTarget(
                        sizing.required("volatility", Kind.positive()),
                        sizing.optional("span", SPAN, USUAL_SPAN),
                        sizing.optional("cap", Kind.positive(), 1.0));
            case "kelly" ->
                new SizingRule.Kelly(
                        sizing.optional("fraction", SHARE, 0.5),
                        sizing.optional("cap", Kind.positive(), 1.0),
                        sizing.optional("trades", Kind.whole(2, LONGEST_SPAN), USUAL_SPAN),
                        sizing.optional("start", Kind.positive(), 0.1));
            default -> SizingRule.ALL_IN;
        };
        return new Sizing(rule, sizing.optional("whole_units", Kind.flag(), false));
    }

    /** Reads {@code {fee, maker_fee, fee_per_unit, minimum_fee, slippage_bps or slippage, spread_bps, borrow, funding}}. */
    public static Costs costs(Section execution) {
        Kind<Double> fraction = Kind.number(0, JUST_BELOW_ONE);
        var fees = new Fees(
                execution.optional("fee", fraction, 0.0),
                optional(execution.find("maker_fee", fraction)),
                execution.optional("fee_per_unit", AT_LEAST_ZERO, 0.0),
                execution.optional("minimum_fee", AT_LEAST_ZERO, 0.0));
        return new Costs(
                fees,
                slippage(execution),
                execution.optional("spread_bps", Kind.number(0, MOST_BPS), 0.0),
                execution.optional("funding", Kind.flag(), true),
                execution.optional("borrow", AT_LEAST_ZERO, 0.0));
    }

    /** Reads {@code {stop_loss, take_profit, trailing_stop}}; {@code intrabar} beside them belongs to {@link Matching}. */
    public static Exits exits(Section exits) {
        return new Exits(
                exits.optional("stop_loss", STOP_LOSS, ExitLevel.none()),
                exits.optional("take_profit", TAKE_PROFIT, ExitLevel.none()),
                optional(exits.find("trailing_stop", PART)));
    }

    private static Slippage slippage(Section execution) {
        Kind<Double> bps = Kind.number(0, MOST_BPS);
        double fixed = execution.optional("slippage_bps", bps, 0.0);
        Section model = execution.section("slippage");
        if (model.keys().isEmpty()) {
            return new Slippage.Bps(fixed);
        }
        if (execution.has("slippage_bps")) {
            execution.finding("slippage", "slippage_bps or slippage", "both");
        }
        return switch (model.required("type", words("bps", "volatility", "impact"))) {
            case "volatility" ->
                new Slippage.Volatility(
                        model.required("share", AT_LEAST_ZERO), model.optional("span", SPAN, USUAL_SPAN));
            case "impact" ->
                new Slippage.Impact(
                        model.optional("coefficient", AT_LEAST_ZERO, 1.0), model.optional("span", SPAN, USUAL_SPAN));
            default -> new Slippage.Bps(model.required("bps", bps));
        };
    }

    private static Matching matching(Section execution, Section exits) {
        execution.optional("decide", words("close"), "close");
        return new Matching(
                execution
                                .optional("fill", words("next-open", "close"), "next-open")
                                .equals("close")
                        ? FillAt.CLOSE
                        : FillAt.NEXT_OPEN,
                execution.optional("latency", Kind.whole(0, MOST_LATENCY), 0),
                optional(execution.find("participation", SHARE)),
                optional(execution.find("tick", Kind.positive())),
                exits.optional("intrabar", words("pessimistic", "finer"), "pessimistic")
                                .equals("finer")
                        ? Intrabar.FINER
                        : Intrabar.PESSIMISTIC);
    }

    private static EntryRule entry(Section entry) {
        String type = entry.optional("type", words("market", "limit", "stop"), "market");
        if (type.equals("market")) {
            return EntryRule.MARKET;
        }
        Optional<Integer> goodFor = entry.find("good_for", Kind.whole(1, LONGEST_SPAN));
        return new EntryRule(
                type.equals("limit") ? EntryRule.Kind.LIMIT : EntryRule.Kind.STOP,
                entry.optional("offset", Kind.number(0, JUST_BELOW_ONE), 0.0),
                goodFor.isPresent() ? OptionalInt.of(goodFor.get()) : OptionalInt.empty());
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Kind<String> words(String... words) {
        Map<String, String> same = new LinkedHashMap<>();
        for (String word : words) {
            same.put(word, word);
        }
        return Kind.oneOf(same, words[0]);
    }

    private static Kind<Double> fraction(String expected, double most) {
        return new Kind<>(expected, text -> Kind.positive().parse().apply(text).filter(value -> value <= most), most);
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
