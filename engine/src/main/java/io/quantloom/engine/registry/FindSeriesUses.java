package io.quantloom.engine.registry;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import java.util.List;
import java.util.Optional;

/** Tells what was made from a series as it is now, so that nobody deletes the evidence of a model by mistake. */
public final class FindSeriesUses {

    private static final int MANY = 100_000;

    private final RunStore runs;
    private final RegistryStore registry;

    /** Takes where runs and versions live. */
    public FindSeriesUses(RunStore runs, RegistryStore registry) {
        this.runs = runs;
        this.registry = registry;
    }

    /**
     * What names the bars. Immutable.
     *
     * @param runs newest first
     * @param versions by model ascending, newest first
     */
    public record Uses(List<Run> runs, List<ModelVersion> versions) {

        /** Copies the lists. */
        public Uses {
            runs = List.copyOf(runs);
            versions = List.copyOf(versions);
        }

        /** {@return whether nothing names them} */
        public boolean isEmpty() {
            return runs.isEmpty() && versions.isEmpty();
        }
    }

    /** Returns the runs and versions that name bars of this content hash. */
    public Uses run(Sha256 hash) {
        var named = new Condition(Field.TAG, Tags.DATA_HASH, Comparison.EQUAL, hash.hex());
        List<Run> found =
                runs.search(new RunQuery(List.of(), List.of(named), Optional.empty(), Optional.empty(), MANY));
        List<ModelVersion> versions = registry.models().stream()
                .flatMap(model -> registry.versions(model.name()).stream())
                .filter(version -> version.card().dataHash().equals(hash))
                .toList();
        return new Uses(found, versions);
    }
}
