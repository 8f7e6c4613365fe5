package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Nearest;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.Ta4jIndicators;
import io.quantloom.engine.indicator.talib.TalibCatalog;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one entry of {@code columns:} (contracts.md, Feature files). */
final class BlockReader {

    private static final int LONGEST = 10_000;
    private static final String NAME = "[A-Za-z0-9_.-]{1,60}";
    private static final FeatureBlock STAND_IN = new ReturnsBlock(List.of(1), false);

    private final Map<String, FeatureSet> sets = new LinkedHashMap<>();

    BlockReader(List<FeatureSet> builtIn) {
        builtIn.forEach(set -> sets.put(set.name(), set));
    }

    FeatureBlock read(Section entry) {
        FeatureBlock block = what(entry);
        Optional<Timeframe> timeframe =
                entry.find("timeframe", new Kind<>("a timeframe such as 4h", Timeframe::parse, Timeframe.HOUR));
        if (timeframe.isPresent()) {
            block = new OnTimeframe(timeframe.get(), block);
        }
        Optional<Symbol> symbol = entry.find(
                "symbol",
                new Kind<>(
                        "a symbol",
                        text -> Optional.of(text).filter(Symbol::isValid).map(Symbol::new),
                        new Symbol("X")));
        if (symbol.isPresent()) {
            block = new OfSymbol(symbol.get(), block);
        }
        Optional<String> name = entry.find(
                "as",
                new Kind<>(
                        "a name of up to 60 letters, digits and _ . -",
                        text -> Optional.of(text).filter(given -> given.matches(NAME)),
                        "x"));
        if (name.isPresent() && block.columns().size() > 1) {
            entry.finding(
                    "as", "an entry of one column", "one of " + block.columns().size());
        } else if (name.isPresent()) {
            block = new Renamed(name.get(), block);
        }
        return block;
    }

    private FeatureBlock what(Section entry) {
        List<String> given =
                Stream.of("block", "talib", "ta4j").filter(entry::has).toList();
        if (given.size() != 1) {
            entry.finding(
                    given.isEmpty() ? "block" : given.getLast(),
                    "one of the keys block, talib, ta4j",
                    given.isEmpty() ? "none" : String.join(" and ", given));
            entry.leaveTheRest();
            return STAND_IN;
        }
        return switch (given.getFirst()) {
            case "talib" -> talib(entry);
            case "ta4j" -> ta4j(entry);
            default -> block(entry);
        };
    }

    private FeatureBlock block(Section entry) {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.concat(Stream.of("returns", "volatility", "regime"), sets.keySet().stream())
                .forEach(word -> words.put(word, word));
        String block = entry.required("block", Kind.oneOf(words, ""));
        return switch (block) {
            case "returns" -> returns(entry);
            case "volatility" -> volatility(entry);
            case "regime" -> regime(entry);
            default -> {
                FeatureSet set = sets.get(block);
                if (set == null) {
                    entry.leaveTheRest();
                    yield STAND_IN;
                }
                yield new SetBlock(set, columns(entry, set));
            }
        };
    }

    private static List<String> columns(Section entry, FeatureSet set) {
        List<String> chosen = entry.list(
                "columns",
                new Kind<>(
                        "a column of " + set.name() + ": " + String.join(", ", set.columns()),
                        text -> Optional.of(text).filter(set.columns()::contains),
                        set.columns().getFirst()));
        return chosen.isEmpty() ? set.columns() : chosen;
    }

    private static FeatureBlock returns(Section entry) {
        List<Integer> bars = entry.list("bars", Kind.whole(1, LONGEST));
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        kinds.put("log", true);
        kinds.put("simple", false);
        boolean log = entry.optional("kind", Kind.oneOf(kinds, true), true);
        if (bars.size() > new HashSet<>(bars).size()) {
            entry.finding("bars", "each number of bars once", bars.toString());
        }
        return new ReturnsBlock(bars.isEmpty() ? List.of(1) : bars, log);
    }

    private static FeatureBlock volatility(Section entry) {
        Map<String, VolatilityBlock.Estimator> kinds = new LinkedHashMap<>();
        for (VolatilityBlock.Estimator estimator : VolatilityBlock.Estimator.values()) {
            kinds.put(estimator.word(), estimator);
        }
        return new VolatilityBlock(
                entry.optional("kind", Kind.oneOf(kinds, VolatilityBlock.Estimator.EWM), VolatilityBlock.Estimator.EWM),
                entry.optional("window", Kind.whole(2, LONGEST), 100));
    }

    private static FeatureBlock regime(Section entry) {
        RegimeClassifier standard = RegimeClassifier.standard();
        int least = standard.least();
        return new RegimeBlock(new RegimeClassifier(
                entry.optional("window", Kind.whole(2, LONGEST), standard.window()),
                entry.optional("history", Kind.whole(least, LONGEST), standard.history()),
                least));
    }

    private static FeatureBlock talib(Section entry) {
        String name = entry.required("talib", name(TalibCatalog.entries().keySet(), entry, "talib"));
        TalibCatalog.Entry known = TalibCatalog.entries().get(name);
        if (known == null) {
            entry.leaveTheRest();
            return STAND_IN;
        }
        SortedMap<String, Double> numbers = numbers(entry, known.parameters());
        List<String> outputs = known.outputs();
        if (known.outputs().size() > 1) {
            Map<String, String> words = new LinkedHashMap<>();
            known.outputs().forEach(output -> words.put(output, output));
            List<String> chosen =
                    entry.list("output", Kind.oneOf(words, known.outputs().getFirst()));
            outputs = chosen.isEmpty() ? outputs : chosen;
        }
        boolean relative = entry.optional("relative", Kind.flag(), false);
        if (relative && known.unit() != TalibCatalog.Unit.PRICE) {
            entry.finding("relative", "an indicator in units of price", name);
        }
        checkOrder(entry, numbers);
        return new IndicatorBlock(IndicatorBlock.Library.TALIB, name, numbers, outputs, relative);
    }

    private static FeatureBlock ta4j(Section entry) {
        String name = entry.required("ta4j", name(Ta4jIndicators.names(), entry, "ta4j"));
        if (!Ta4jIndicators.names().contains(name)) {
            entry.leaveTheRest();
            return STAND_IN;
        }
        SortedMap<String, Double> numbers = numbers(entry, Ta4jIndicators.parameters(name));
        boolean relative = entry.optional("relative", Kind.flag(), false);
        return new IndicatorBlock(IndicatorBlock.Library.TA4J, name, numbers, List.of(""), relative);
    }

    private static Kind<String> name(Collection<String> known, Section entry, String key) {
        String given = entry.isSection(key) || entry.isList(key)
                ? ""
                : entry.find(key, Kind.text()).orElse("");
        return new Kind<>(
                "an indicator like " + Nearest.of(given, known),
                text -> Optional.of(text).filter(known::contains),
                "");
    }

    private static SortedMap<String, Double> numbers(Section entry, List<Parameter> parameters) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (Parameter parameter : parameters) {
            double value = parameter.standard().isPresent()
                    ? entry.optional(
                            parameter.name(),
                            parameter.kind(),
                            parameter.standard().get())
                    : entry.required(parameter.name(), parameter.kind());
            numbers.put(parameter.name(), value);
        }
        return numbers;
    }

    // TA-Lib swaps the two silently where fast is the longer one.
    private static void checkOrder(Section entry, SortedMap<String, Double> numbers) {
        Double fast = numbers.get("fast");
        Double slow = numbers.get("slow");
        if (fast != null && slow != null && fast >= slow) {
            entry.finding("fast", "less than slow", fast.intValue() + " and " + slow.intValue());
        }
    }
}
