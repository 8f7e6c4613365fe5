package io.quantloom.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.Assertions;

/** Who may see whom (architecture.md, Modules). */
@AnalyzeClasses(packages = "io.quantloom", importOptions = ProductCode.class)
class ModuleBordersTest {

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
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("app", "ui", "persistence")
            .because("data flows one way");

    @ArchTest
    static final ArchRule engineKnowsNeitherScreenNorDatabase = noClasses()
            .that()
            .resideInAPackage("io.quantloom.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.sql..", "javax.sql..", "org.h2..", "org.jdbi..")
            .because("the engine runs without them");

    @ArchTest
    static final ArchRule onlyConnectSpeaksHttp = noClasses()
            .that()
            .resideInAPackage("io.quantloom..")
            .and()
            .resideOutsideOfPackage("io.quantloom.engine.connect..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("remote services have one home");

    @ArchTest
    static final ArchRule screensKnowNeitherStoreNorNetwork = noClasses()
            .that()
            .resideInAPackage("io.quantloom.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "java.net.http..",
                    "org.h2..",
                    "org.jdbi..",
                    "io.quantloom.persistence..",
                    "io.quantloom.engine.connect..")
            .because("screens see neither SQL nor HTTP");

    @ArchTest
    static final ArchRule talibStaysInItsAdapter =
            staysIn("com.tictactec..", "io.quantloom.engine.indicator.talib..", "TA-Lib is one of several definitions");

    @ArchTest
    static final ArchRule ta4jStaysInItsAdapter = staysIn(
            "org.ta4j..", "io.quantloom.engine.[indicator|strategy].ta4j..", "rules are ours, ta4j computes them");

    @ArchTest
    static final ArchRule xgboostStaysInItsAdapter =
            staysIn("ml.dmlc..", "io.quantloom.engine.model.xgboost..", "native memory has one owner");

    @ArchTest
    static final ArchRule webServerStaysInItsAdapter = noClasses()
            .that()
            .resideInAPackage("io.quantloom..")
            .and()
            .resideOutsideOfPackage("io.quantloom.app.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
            .because("one place decides who may ask");

    @ArchTest
    static final ArchRule lightgbmStaysInItsAdapter =
            staysIn("io.github.metarank..", "io.quantloom.engine.model.lightgbm..", "native memory has one owner");

    @ArchTest
    static final ArchRule yamlStaysInItsAdapter = staysIn(
            "com.fasterxml.jackson.dataformat.yaml..",
            "io.quantloom.engine.document..",
            "our files are read strictly, in one way");

    @ArchTest
    static final ArchRule chartLibraryStaysInItsAdapter =
            staysIn("io.fair_acc..", "io.quantloom.ui.chart..", "ChartFx is replaceable");

    @ArchTest
    static final ArchRule databaseStaysInItsAdapter = noClasses()
            .that()
            .resideInAPackage("io.quantloom..")
            .and()
            .resideOutsideOfPackage("io.quantloom.persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.h2..", "org.jdbi..", "org.flywaydb..")
            .because("the store is behind ports");

    /** A rule over nothing passes: make sure that all modules are here. */
    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        for (String name : new String[] {"assets", "engine.market", "persistence", "ui.chart", "app.cli"}) {
            Assertions.assertThat(classes.containPackage("io.quantloom." + name))
                    .as(name)
                    .isTrue();
        }
    }

    private static ArchRule staysIn(String library, String adapter, String reason) {
        return noClasses()
                .that()
                .resideInAPackage("io.quantloom..")
                .and()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason);
    }
}
