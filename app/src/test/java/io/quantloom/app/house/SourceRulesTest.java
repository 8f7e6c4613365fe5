package io.quantloom.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Names, null marking, logging, size. */
@AnalyzeClasses(packages = "io.quantloom", importOptions = ProductCode.class)
class SourceRulesTest {

    private static final int CLASS_LINES = 500;
    private static final int SCREEN_LINES = 300;
    private static final int PACKAGE_TYPES = 25;

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Info)")
            .because("such a suffix hides what the class is for");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.quantloom.app.cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("standard output belongs to the command line");

    @ArchTest
    static final ArchRule loggingIsSlf4j = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var unmarked = new ArrayList<String>();
        classes.forEach(type -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        });
        assertThat(unmarked.stream().distinct())
                .as("@NullMarked in package-info.java")
                .isEmpty();
    }

    @ArchTest
    static void packagesStaySmall(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(types).isNotEmpty();
        types.values().removeIf(count -> count <= PACKAGE_TYPES);
        assertThat(types).as("split by responsibility (style.md 2.6)").isEmpty();
    }

    @ArchTest
    static void filesStaySmall(JavaClasses classes) throws IOException {
        assertThat(classes).isNotEmpty();
        var long500 = new ArrayList<String>();
        for (String module : List.of("engine", "persistence", "ui", "app", "assets")) {
            Path sources = Path.of("..", module, "src");
            try (var tree = Files.walk(sources)) {
                for (Path file :
                        tree.filter(path -> path.toString().endsWith(".java")).toList()) {
                    int lines = Files.readAllLines(file).size();
                    String name = file.getFileName().toString();
                    int limit =
                            name.endsWith("View.java") || name.endsWith("ViewModel.java") ? SCREEN_LINES : CLASS_LINES;
                    if (lines > limit) {
                        long500.add(name + ": " + lines + " lines, at most " + limit);
                    }
                }
            }
        }
        assertThat(long500).as("split by responsibility (style.md 2.6)").isEmpty();
    }
}
