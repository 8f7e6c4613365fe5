package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureInputs;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.model.ModelCard;
import org.junit.jupiter.api.Test;

class FrozenFeaturesTest {

    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();

    @Test
    void refusesAnotherDefinitionUnderTheNameOfATrainedOne() {
        register(read("{name: swing, version: 2, columns: [{talib: RSI}]}"));

        assertThat(FrozenFeatures.check(registry, read("{name: swing, version: 2, columns: [{talib: CCI}]}")))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("expected feature set swing@2 as btc/1 was trained with")
                                .contains("give the changed definition the next version"));
    }

    @Test
    void letsTheSameDefinitionAndOtherVersionsPass() {
        register(read("{name: swing, version: 2, columns: [{talib: RSI}]}"));

        for (FeatureSet set : new FeatureSet[] {
            read("{version: 2, name: swing, columns: [{period: 14, talib: RSI}]}"),
            read("{name: swing, version: 3, columns: [{talib: CCI}]}"),
            FeatureSets.alpha19()
        }) {
            assertThat(FrozenFeatures.check(registry, set)).isEqualTo(Outcome.success(set));
        }
    }

    private void register(FeatureSet set) {
        registry.register("btc", number -> {
            ModelVersion some = SomeVersions.version("btc", number);
            ModelCard card = (ModelCard) some.card();
            var own = new ModelCard(
                    card.learner(),
                    card.parameters(),
                    set.name(),
                    set.fingerprint(),
                    card.label(),
                    card.series(),
                    card.dataHash(),
                    card.datasetFingerprint(),
                    card.trainedFrom(),
                    card.trainedTo(),
                    card.decision(),
                    card.modelHash(),
                    card.seed(),
                    card.runtime());
            return new ModelVersion(
                    "btc", number, some.created(), some.run(), own, some.gates(), some.metrics(), some.tags());
        });
    }

    private static FeatureSet read(String text) {
        return new FeatureReader(FeatureSets.builtIn().all(), FeatureInputs.none())
                .read("f.yaml", text)
                .orThrow();
    }
}
