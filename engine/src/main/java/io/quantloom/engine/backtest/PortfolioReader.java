package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.BacktestPlan.Portfolio;
import io.quantloom.engine.backtest.BacktestPlan.Rebalance;
import io.quantloom.engine.backtest.BacktestPlan.Weighting;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.instrument.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code data.symbols}, {@code weights} and {@code rebalance} of a backtest specification. */
final class PortfolioReader {

    private static final int MOST = 200;
    private static final int SPAN = 60;
    private static final int MOST_BARS = 1_000_000;
    private static final double ROUNDING = 1e-9;
    private static final String INVERSE_VOLATILITY = "inverse-volatility";

    private PortfolioReader() {}

    /**
     * Reads the plan.
     *
     * @param data the section that names the symbols
     */
    static Portfolio read(Section root, Section data) {
        List<Symbol> named = data.list("symbols", DataReader.SYMBOL);
        List<Symbol> symbols = named.stream().distinct().toList();
        if (symbols.size() < named.size() || symbols.isEmpty() || symbols.size() > MOST) {
            data.finding(
                    "symbols", "1 to " + MOST + " symbols, each once", named.isEmpty() ? "none" : named.toString());
        }
        List<Symbol> usable = symbols.isEmpty() ? List.of(DataReader.SYMBOL.standIn()) : symbols;
        return new Portfolio(usable, weighting(root, usable), rebalance(root));
    }

    private static Weighting weighting(Section root, List<Symbol> symbols) {
        Map<String, Weighting> words = new LinkedHashMap<>();
        words.put("equal", new Weighting.Equal());
        words.put(INVERSE_VOLATILITY, new Weighting.InverseVolatility(SPAN));
        if (!root.isSection("weights")) {
            return root.optional("weights", Kind.oneOf(words, new Weighting.Equal()), new Weighting.Equal());
        }
        Section section = root.section("weights");
        if (section.has("type")) {
            section.required("type", Kind.oneOf(Map.of(INVERSE_VOLATILITY, true), true));
            return new Weighting.InverseVolatility(section.optional("span", Kind.whole(2, MOST_BARS), SPAN));
        }
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (Symbol symbol : symbols) {
            double weight = section.required(symbol.name(), Kind.positive());
            weights.add(weight);
            sum += weight;
        }
        if (sum > 1 + ROUNDING) {
            root.finding("weights", "weights that are together at most 1; leverage stands under account", "" + sum);
        }
        return new Weighting.Fixed(weights);
    }

    private static Rebalance rebalance(Section root) {
        if (!root.isSection("rebalance")) {
            Map<String, Rebalance> words = new LinkedHashMap<>();
            words.put("never", new Rebalance.Never());
            words.put("daily", Rebalance.Calendar.DAILY);
            words.put("weekly", Rebalance.Calendar.WEEKLY);
            words.put("monthly", Rebalance.Calendar.MONTHLY);
            return root.optional("rebalance", Kind.oneOf(words, new Rebalance.Never()), new Rebalance.Never());
        }
        Section section = root.section("rebalance");
        Optional<Integer> bars = section.find("bars", Kind.whole(1, MOST_BARS));
        Optional<Double> band = section.find("band", Kind.number(0.0001, 1));
        if (bars.isPresent() == band.isPresent()) {
            root.finding(
                    "rebalance",
                    "never, daily, weekly, monthly, {bars: n} or {band: x}",
                    bars.isPresent() ? "both" : "neither");
            return new Rebalance.Never();
        }
        return bars.isPresent() ? new Rebalance.Bars(bars.get()) : new Rebalance.Band(band.orElseThrow());
    }
}
