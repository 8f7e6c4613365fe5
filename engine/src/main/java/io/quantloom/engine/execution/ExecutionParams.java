package io.quantloom.engine.execution;

import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A specification as params of a run: by the keys of contracts.md, in their order. What goes beyond a plain specification is
 * named only where it is not the default.
 */
public final class ExecutionParams {

    private ExecutionParams() {}

    /** Returns the params. */
    public static Map<String, String> of(ExecutionSpec spec) {
        Map<String, String> params = new TreeMap<>();
        account(spec.account(), params);
        sizing(spec.sizing(), params);
        costs(spec.costs(), params);
        params.put("stop_loss", text(spec.exits().stopLoss()));
        params.put("take_profit", text(spec.exits().takeProfit()));
        put(params, "trailing_stop", spec.exits().trailingStop());
        matching(spec.matching(), params);
        if (spec.entry().kind() != EntryRule.Kind.MARKET) {
            params.put("entry", word(spec.entry().kind()));
            params.put("entry_offset", Double.toString(spec.entry().offset()));
            spec.entry().goodFor().ifPresent(bars -> params.put("entry_good_for", Integer.toString(bars)));
        }
        return params;
    }

    private static void account(ExecutionSpec.Account account, Map<String, String> params) {
        params.put("cash", Double.toString(account.cash()));
        params.put("currency", account.currency());
        params.put("leverage", Double.toString(account.leverage()));
        put(params, "maintenance_margin", account.maintenanceMargin());
    }

    private static void sizing(ExecutionSpec.Sizing sizing, Map<String, String> params) {
        params.put("whole_units", Boolean.toString(sizing.wholeUnits()));
        switch (sizing.rule()) {
            case SizingRule.AllIn _ -> params.put("sizing", "all-in");
            case SizingRule.FixedFraction(double fraction) -> params.put("sizing", "fixed-fraction " + fraction);
            case SizingRule.VolatilityTarget(double annual, int span, double cap) ->
                params.put("sizing", "volatility-target " + annual + ", span " + span + ", cap " + cap);
            case SizingRule.Kelly(double fraction, double cap, int trades, double start) ->
                params.put("sizing", "kelly " + fraction + ", cap " + cap + ", trades " + trades + ", start " + start);
        }
    }

    private static void costs(ExecutionSpec.Costs costs, Map<String, String> params) {
        params.put("fee", Double.toString(costs.fee()));
        put(params, "maker_fee", costs.fees().maker());
        putUnlessZero(params, "fee_per_unit", costs.fees().perUnit());
        putUnlessZero(params, "minimum_fee", costs.fees().minimum());
        params.put("slippage_bps", Double.toString(costs.slippageBps()));
        switch (costs.slippage()) {
            case Slippage.Bps _ -> {
                // told above
            }
            case Slippage.Volatility(double share, int span) ->
                params.put("slippage", "volatility " + share + ", span " + span);
            case Slippage.Impact(double coefficient, int span) ->
                params.put("slippage", "impact " + coefficient + ", span " + span);
        }
        params.put("spread_bps", Double.toString(costs.spreadBps()));
        params.put("funding", Boolean.toString(costs.funding()));
        putUnlessZero(params, "borrow", costs.borrow());
    }

    private static void matching(Matching matching, Map<String, String> params) {
        if (matching.fill() != Matching.DEFAULT.fill()) {
            params.put("fill", word(matching.fill()));
        }
        if (matching.latencyBars() > 0) {
            params.put("latency", Integer.toString(matching.latencyBars()));
        }
        put(params, "participation", matching.participation());
        put(params, "tick", matching.tick());
        if (matching.intrabar() != Matching.DEFAULT.intrabar()) {
            params.put("intrabar", word(matching.intrabar()));
        }
    }

    private static String text(ExitLevel level) {
        if (level.fromLabel()) {
            return "label";
        }
        return level.fraction().isPresent() ? Double.toString(level.fraction().getAsDouble()) : "none";
    }

    private static void put(Map<String, String> params, String key, OptionalDouble value) {
        value.ifPresent(number -> params.put(key, Double.toString(number)));
    }

    private static void putUnlessZero(Map<String, String> params, String key, double value) {
        if (value != 0) {
            params.put(key, Double.toString(value));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
