package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureInputs;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenFeaturesTest {

    @TempDir
    Path folder;

    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();

    @Test
    void refusesAnotherDefinitionUnderTheNameOfATrainedOne() {
        register(read("{name: swing, version: 2, columns: [{talib: RSI}]}"));

        assertThat(FrozenFeatures.check(
                        registry, FeatureSets.builtIn(), read("{name: swing, version: 2, columns: [{talib: CCI}]}")))
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
            assertThat(FrozenFeatures.check(registry, FeatureSets.builtIn(), set))
                    .isEqualTo(Outcome.success(set));
        }
    }

    @Test
    void freezesAVersionWhateverTheValuesOfItsParameters() throws IOException {
        String text = "{name: swing, version: 2, parameters: {window: 14}, columns: [{talib: RSI, period: $window}]}";
        Files.writeString(folder.resolve("swing.yaml"), text);
        FeatureSets sets = FeatureSets.of(folder, new InMemoryBarStore());
        register(sets.named("swing(window=5)").orThrow());

        FeatureSet own = sets.named("swing").orThrow();
        assertThat(FrozenFeatures.check(registry, sets, own)).isEqualTo(Outcome.success(own));

        Files.writeString(folder.resolve("swing.yaml"), text.replace("RSI", "CCI"));
        assertThat(FrozenFeatures.check(registry, sets, sets.named("swing").orThrow()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("expected feature set swing@2(window=5) as btc/1 was trained with"));
        Files.writeString(folder.resolve("swing.yaml"), "{name: swing, version: 2, columns: [{talib: RSI}]}");
        assertThat(FrozenFeatures.check(registry, sets, sets.named("swing").orThrow()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains("a definition without it"));
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
