package io.quantloom.engine.training.tracking;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.performance.overfitting.HoldoutLedger;
import io.quantloom.engine.performance.overfitting.HoldoutLook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at holdouts as runs record them: each run of a symbol that came as far as to measure its holdout. */
public final class RunHoldoutLedger implements HoldoutLedger {

    private static final String FROM = "quantloom.holdout_from";
    private static final String TO = "quantloom.holdout_to";
    private static final String SERIES = "quantloom.series_symbol";
    private static final int MOST = 100_000;

    private final RunStore runs;

    /** Takes where runs live. */
    public RunHoldoutLedger(RunStore runs) {
        this.runs = runs;
    }

    @Override
    public List<HoldoutLook> looks(Symbol symbol) {
        var ofSymbol = new Condition(Field.TAG, SERIES, Comparison.EQUAL, symbol.name());
        return runs
                .search(new RunQuery(List.of(), List.of(ofSymbol), Optional.empty(), Optional.empty(), MOST))
                .reversed()
                .stream()
                .flatMap(run -> look(run, symbol).stream())
                .toList();
    }

    /** {@return the tags that record the look} */
    public static Map<String, String> tags(HoldoutLook look) {
        return Map.of(
                SERIES,
                look.symbol().name(),
                FROM,
                Instant.ofEpochMilli(look.from()).toString(),
                TO,
                Instant.ofEpochMilli(look.to()).toString());
    }

    /** {@return whether the run has looked already: one that is resumed does not look twice} */
    static boolean hasLooked(Run run) {
        return run.tag(FROM).isPresent();
    }

    private static Optional<HoldoutLook> look(Run run, Symbol symbol) {
        return run.tag(FROM)
                .flatMap(from -> run.tag(TO)
                        .map(to -> new HoldoutLook(
                                symbol,
                                Instant.parse(from).toEpochMilli(),
                                Instant.parse(to).toEpochMilli())));
    }
}
