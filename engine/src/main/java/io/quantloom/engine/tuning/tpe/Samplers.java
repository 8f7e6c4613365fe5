package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.sampling.GridSampler;
import io.quantloom.engine.tuning.sampling.RandomSampler;

/** Samplers by name. */
public final class Samplers {

    private Samplers() {}

    /** Returns the sampler that the study names. */
    public static Sampler of(StudySpec study, Seeds seeds) {
        return switch (study.method().sampler()) {
            case TPE -> new TpeSampler(seeds);
            case RANDOM -> new RandomSampler(seeds);
            case GRID -> new GridSampler(seeds, study.trials());
        };
    }
}
