package io.quantloom.engine.strategy.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.strategy.Decisions;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.custom.CustomStrategies.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyJarsTest {

    @TempDir
    private static Path good;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compileOnce() {
        JarBuilder.lastMove(good, "last-move.jar", "1.0");
    }

    @Test
    void runsTheStrategyOfAJarWithItsParameters() {
        MakeStrategy maker = new MakeStrategy(new StrategyJars(good));
        StrategySpec.Custom spec = spec("last-move", Map.of("rise", "0.05"));

        assertThat(Decisions.targets(maker.run(spec).orThrow(), Bars.flat(100, 104, 110, 109)))
                .containsExactly(Target.HOLD, Target.HOLD, Target.LONG, Target.FLAT);
        Decisions.assertPastOnly(() -> maker.run(spec).orThrow(), Bars.random(1, 90));
        assertThat(maker.run(spec).orThrow().firstDefined()).isEqualTo(1);
    }

    @Test
    void recordsWhichJarItWas() throws IOException {
        assertThat(new MakeStrategy(new StrategyJars(good))
                        .provenance(spec("last-move", Map.of()))
                        .orThrow())
                .containsEntry("version", "1.0")
                .containsEntry("strategy_jar", "last-move.jar")
                .containsEntry(
                        "strategy_sha256",
                        io.quantloom.engine.base.Sha256.of(Files.readAllBytes(good.resolve("last-move.jar")))
                                .hex());
    }

    @Test
    void oneBrokenJarHidesNoOther() throws IOException {
        Files.copy(good.resolve("last-move.jar"), folder.resolve("z.jar"));
        Files.writeString(folder.resolve("a-text.jar"), "no jar");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");
        JarBuilder.jar(
                folder, "gone.jar", "people.Gone", "package people; public final class Gone { private Gone() {} }");

        Partial<List<Found>> all = new StrategyJars(folder).all();

        assertThat(all.value()).extracting(Found::name).containsExactly("last-move");
        assertThat(all.failures())
                .extracting(Failure::where)
                .containsExactly("strategies/a-text.jar", "strategies/gone.jar");
        assertThat(all.failures())
                .allSatisfy(failure -> assertThat(failure.sentence().lines()).hasSize(1));
    }

    @Test
    void namesWhatThereIsForAnUnknownName() throws IOException {
        Files.copy(good.resolve("last-move.jar"), folder.resolve("z.jar"));
        Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThat(sentence(new StrategyJars(folder).find("first-move", Optional.empty())))
                .contains("a custom strategy first-move", "only last-move 1.0", "not usable: strategies/text.jar");
        assertThat(sentence(new StrategyJars(folder.resolve("nowhere")).find("x", Optional.empty())))
                .contains("none at all");
    }

    @Test
    void asksForTheVersionWhereThereAreSeveral() throws IOException {
        Files.copy(good.resolve("last-move.jar"), folder.resolve("old.jar"));
        JarBuilder.lastMove(folder, "new.jar", "2.0");
        var jars = new StrategyJars(folder);

        assertThat(sentence(jars.find("last-move", Optional.empty()))).contains("1.0 in old.jar, 2.0 in new.jar");
        assertThat(jars.find("last-move", Optional.of("2.0")).orThrow().file()).isEqualTo("new.jar");
    }

    @Test
    void seesAJarThatWasReplaced() throws IOException {
        Files.copy(good.resolve("last-move.jar"), folder.resolve("it.jar"));
        var jars = new StrategyJars(folder);
        assertThat(jars.all().value()).extracting(Found::version).containsExactly("1.0");

        JarBuilder.lastMove(folder, "it.jar", "1.1");

        assertThat(jars.all().value()).extracting(Found::version).containsExactly("1.1");
    }

    @Test
    void refusesParametersThatAreNotTheProviders() {
        assertThat(sentence(make(Map.of("rise", "much"))))
                .isEqualTo("expected a number in [0.0, 1.0], found 'much' (strategy.parameters.rise);"
                        + " correct the parameter");
        assertThat(sentence(make(Map.of("fall", "1")))).contains("one of rise, fault", "'fall'");
        assertThat(sentence(make(Map.of("rise", "0.5")))).contains("a rise of one half is too even");
    }

    @Test
    void tellsJarAndBarWhenItBreaks() {
        Strategy strategy = make(Map.of("fault", "2")).orThrow();

        assertThatThrownBy(() -> Decisions.of(strategy, Bars.flat(1, 2, 3, 4)))
                .isInstanceOf(StrategyFault.class)
                .hasMessage("expected a decision of last-move 1.0, found IllegalStateException, told to break"
                        + " (last-move.jar, bar of 1970-01-01T02:00:00Z); correct the jar");
    }

    private static Outcome<Strategy> make(Map<String, String> parameters) {
        return new MakeStrategy(new StrategyJars(good)).run(spec("last-move", parameters));
    }

    private static StrategySpec.Custom spec(String name, Map<String, String> parameters) {
        return new StrategySpec.Custom(name, Optional.empty(), new TreeMap<>(parameters));
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
