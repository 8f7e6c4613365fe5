package io.quantloom.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import javafx.application.Platform;

/** View, view model, threads (style.md 2). */
@AnalyzeClasses(packages = "io.quantloom.ui", importOptions = ProductCode.class)
class ScreenRulesTest {

    private static final String UI = "io.quantloom.ui.";
    private static final Set<String> FEATURES = Set.of(
            "home",
            "market",
            "features",
            "factory",
            "studies",
            "experiments",
            "registry",
            "backtests",
            "paper",
            "predictions");

    @ArchTest
    static final ArchRule viewModelsKnowNoSceneGraph = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("view models are tested without a toolkit");

    @ArchTest
    static final ArchRule viewsKnowNoEngine = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quantloom.engine..")
            .because("a view builds nodes and binds them, it decides nothing");

    @ArchTest
    static final ArchRule onlyTheTaskPackageHopsThreads = noClasses()
            .that()
            .resideOutsideOfPackage("io.quantloom.ui.task..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("there is one bridge to the UI thread");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("io.quantloom.ui..")
            .should(new ArchCondition<JavaClass>("depend on another screen") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    String home = feature(origin);
                    origin.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> FEATURES.contains(feature(dependency.getTargetClass())))
                            .filter(dependency -> FEATURES.contains(home)
                                    && !feature(dependency.getTargetClass()).equals(home))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.satisfied(origin, dependency.getDescription())));
                }
            })
            .because("screens speak through the Navigator and engine state");

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(UI) ? name.substring(UI.length()).split("\\.", 2)[0] : "";
    }
}
