package io.quantloom.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The order of the engine's packages and the seams for time, randomness, ids, threads and environment. */
@AnalyzeClasses(packages = "io.quantloom.engine", importOptions = ProductCode.class)
class EngineRulesTest {

    private static final String ENGINE = "io.quantloom.engine.";

    /** The table of architecture.md: a package may use only those above it. */
    private static final List<String> ORDER = List.of(
            "base",
            "document",
            "journal",
            "workspace",
            "instrument",
            "schedule",
            "market",
            "indicator",
            "dataset",
            "experiment",
            "model",
            "order",
            "portfolio",
            "performance",
            "risk",
            "strategy",
            "execution",
            "backtest",
            "registry",
            "prediction",
            "tuning",
            "training",
            "trading",
            "monitor",
            "agent",
            "report",
            "tour",
            "connect");

    @ArchTest
    static final ArchRule packagesFollowTheFlowOfData = classes()
            .should(new ArchCondition<JavaClass>("use only packages above their own") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    origin.getDirectDependenciesFromSelf().stream()
                            .filter(dependency ->
                                    dependency.getTargetClass().getPackageName().startsWith(ENGINE))
                            .filter(dependency -> rank(dependency.getTargetClass()) > rank(origin))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription())));
                }
            })
            .because("they are named and ordered after the flow of data");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.quantloom.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle has no place in an order");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("runs must repeat bit for bit: take an InstantSource");

    @ArchTest
    static final ArchRule randomnessComesFromSeeds = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .because("runs must repeat bit for bit: take Seeds or Ids");

    @ArchTest
    static final ArchRule threadsComeFromOutside = noClasses()
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethod(Thread.class, "ofPlatform")
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.Executors.class)
            .because("the engine is blocking and knows no thread");

    @ArchTest
    static final ArchRule environmentComesFromOutside = noClasses()
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .because("configuration is read in app.config");

    private static int rank(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ENGINE)) {
            return 0;
        }
        String first = name.substring(ENGINE.length()).split("\\.", 2)[0];
        int rank = ORDER.indexOf(first);
        if (rank < 0) {
            throw new IllegalStateException("package " + name + " is not in the order of architecture.md");
        }
        return rank;
    }
}
