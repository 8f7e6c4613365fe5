package io.quantloom.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;

@AnalyzeClasses(packages = "io.quantloom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modulesSeeOnlyWhatTheyMay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("assets")
            .definedBy("io.quantloom.assets..")
            .layer("engine")
            .definedBy("io.quantloom.engine..")
            .layer("persistence")
            .definedBy("io.quantloom.persistence..")
            .layer("ui")
            .definedBy("io.quantloom.ui..")
            .layer("app")
            .definedBy("io.quantloom.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("persistence")
            .mayOnlyBeAccessedByLayers("app")
            .because("data flows one way");

    @ArchTest
    static final ArchRule engineKnowsNeitherScreenNorDatabase = noClasses()
            .that()
            .resideInAPackage("io.quantloom.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.sql..", "org.h2..", "org.jdbi..")
            .because("the engine runs without them");

    @ArchTest
    static final ArchRule enginePackagesHaveNoCycles = slices().matching("io.quantloom.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("they are ordered after the flow of data");

    @ArchTest
    static final ArchRule chartLibraryStaysInItsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("io.quantloom.ui.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fair_acc..")
            .because("ChartFx is replaceable");

    @ArchTest
    static final ArchRule engineTimeComesFromAClock = noClasses()
            .that()
            .resideInAPackage("io.quantloom.engine..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .because("runs must repeat bit for bit");

    /** A rule over nothing passes: make sure that all modules are here. */
    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        for (String name : new String[] {"assets", "engine.market", "ui.chart", "app.cli"}) {
            Assertions.assertTrue(classes.containPackage("io.quantloom." + name), name);
        }
    }
}
