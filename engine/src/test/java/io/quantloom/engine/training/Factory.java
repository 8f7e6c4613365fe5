package io.quantloom.engine.training;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.tuning.InMemoryStudyStore;
import io.quantloom.engine.tuning.TrialRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A factory over in-memory stores, with the real learners. */
final class Factory {

    static final Learners LEARNERS =
            new Learners(List.of(new XgboostLearner(), new MajorityLearner(), new PersistenceLearner()));

    final InMemoryBarStore bars = new InMemoryBarStore();
    final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()), artifacts);
    final InMemoryStudyStore studies = new InMemoryStudyStore();
    final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    final Events events = new Events();
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    TrialRunner runner = TrialRunner.onCaller();

    /** Adds the sample market of the seed. */
    Factory withSampleMarket(long seed) {
        new MakeSampleMarket(bars, events).run(seed, JobContext.none()).orThrow();
        return this;
    }

    FactoryStores stores() {
        return new FactoryStores(bars, runs, studies, artifacts, registry);
    }

    RunFactory use() {
        return new RunFactory(stores(), LEARNERS, runner, events, clock, new TreeMap<>());
    }

    static FactorySpec spec(String text) {
        return new FactoryFile(LEARNERS)
                .read("test.yaml", text, OptionalLong.empty())
                .orThrow();
    }
}
