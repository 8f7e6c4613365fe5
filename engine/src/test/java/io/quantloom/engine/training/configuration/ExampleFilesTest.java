package io.quantloom.engine.training.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.training.Factory;
import io.quantloom.engine.tuning.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The configurations shipped as examples are right, and say what the defaults are. */
class ExampleFilesTest {

    private static final Path FOLDER = Path.of("../assets/src/main/resources/io/quantloom/assets/examples");

    @Test
    void bitcoinExampleWritesOutTheDefaults() throws IOException {
        FactorySpec spec = read("btc-hourly.yaml");
        FactorySpec bare = Factory.spec("name: btc-hourly\nsymbols: [BTC-USDT]\n");

        assertThat(spec.label()).isEqualTo(bare.label());
        assertThat(spec.validation()).isEqualTo(bare.validation());
        assertThat(spec.study().space()).isEqualTo(SearchSpace.DEFAULT);
        assertThat(spec.gates()).isEqualTo(bare.gates());
        assertThat(spec.trading().holdout()).isEqualTo(bare.trading().holdout());
        assertThat(spec.registration()).isEqualTo(bare.registration());
    }

    @Test
    void sampleExampleTrainsThePredictableOnesAndTheMartingales() throws IOException {
        FactorySpec spec = read("sample-market.yaml");

        assertThat(spec.symbols())
                .isEqualTo(SampleInstrument.ALL.subList(0, 7).stream()
                        .map(SampleInstrument::symbol)
                        .toList());
        assertThat(spec.study().space()).isEqualTo(SearchSpace.DEFAULT);
        assertThat(spec.trading().execution().costs().fee()).isEqualTo(0.001);
    }

    @Test
    void presetsReadAndServeBothTrends() throws IOException {
        for (String name : List.of("source-2", "pool", "weekly")) {
            String text = Files.readString(FOLDER.resolve("../pools/" + name + ".yaml"));
            String known = text.replaceAll("learners: .*", "learners: [xgboost]");
            FactorySpec spec = Factory.spec(known);
            assertThat(spec.name()).startsWith(name);
            if (!name.equals("weekly")) {
                FactorySpec falls = Factory.spec(
                        new ConfigurationText(known).with("trend", "downtrend").text());
                assertThat(spec.symbols()).hasSize(20);
                assertThat(spec.model(new Symbol("SOL"))).startsWith("SOL_uptrend_");
                assertThat(falls.model(new Symbol("SOL"))).startsWith("SOL_downtrend_");
                assertThat(falls.label().side()).isEqualTo(-1);
            }
        }
    }

    private static FactorySpec read(String name) throws IOException {
        Outcome<FactorySpec> spec = new FactoryFile(Factory.LEARNERS)
                .read(name, Files.readString(FOLDER.resolve(name)), OptionalLong.empty());
        return spec.orThrow();
    }
}
