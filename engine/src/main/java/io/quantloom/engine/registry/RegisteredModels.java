package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.model.ServedVersion;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.model.calibration.CalibratedLearner;
import java.nio.charset.StandardCharsets;

/**
 * Serves registered versions. Bytes whose hash is not the one on the version's card never reach a library: a damaged file
 * can end the process inside native code.
 */
public final class RegisteredModels implements ModelSource {

    private final FindModel find;
    private final ArtifactStore artifacts;
    private final Learners learners;
    private final FeatureSets features;

    /** Takes where versions of models of built-in feature sets live with their files, and who can read them. */
    public RegisteredModels(RegistryStore store, ArtifactStore artifacts, Learners learners) {
        this(store, artifacts, learners, FeatureSets.builtIn());
    }

    /** Takes where versions and their files live, who can read them, and the catalog of feature sets. */
    public RegisteredModels(RegistryStore store, ArtifactStore artifacts, Learners learners, FeatureSets features) {
        this.features = features;
        this.find = new FindModel(store);
        this.artifacts = artifacts;
        this.learners = learners;
    }

    @Override
    public Outcome<ServedModel> load(ModelRef ref) {
        return find.version(ref)
                .then(version -> version.card() instanceof ModelCard card
                        ? load(version, card)
                        : Outcome.failed(Failure.of(
                                Reason.NOT_APPLICABLE,
                                "a model",
                                version.model() + "/" + version.version() + ", a strategy without a model",
                                ref.toString(),
                                "name a model")));
    }

    @Override
    public Outcome<ServedVersion> resolve(ModelRef ref) {
        return find.version(ref).then(version -> switch (version.card()) {
            case ModelCard card -> load(version, card).map(model -> model);
            case StrategyCard card -> load(version, card).map(strategy -> strategy);
        });
    }

    private Outcome<ServedModel> load(ModelVersion version, ModelCard card) {
        return artifacts
                .get(card.modelHash())
                .then(bytes -> verified(version, bytes))
                .then(bytes -> learners.named(card.learner())
                        .then(learner -> CalibratedLearner.of(learner).load(bytes)))
                .map(model ->
                        new ServedModel(version.model(), version.version(), version.isGated(), card, model, features));
    }

    private Outcome<ServedStrategy> load(ModelVersion version, StrategyCard card) {
        return artifacts
                .get(card.specHash())
                .then(bytes -> verified(version, bytes))
                .map(bytes -> new ServedStrategy(
                        version.model(),
                        version.version(),
                        version.isGated(),
                        card,
                        new String(bytes, StandardCharsets.UTF_8)));
    }

    // The store has checked the hash already; what is at stake is the process, so it is checked where the bytes are
    // used.
    private static Outcome<byte[]> verified(ModelVersion version, byte[] bytes) {
        Sha256 expected = version.card().fileHash();
        Sha256 found = Sha256.of(bytes);
        if (found.equals(expected)) {
            return Outcome.success(bytes);
        }
        return Outcome.failed(Failure.of(
                Reason.INVALID,
                "a file with hash " + expected.abbreviated(),
                "one with hash " + found.abbreviated(),
                version.model() + "/" + version.version(),
                "restore the file from a backup"));
    }
}
