package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a", "model/xgboost.ubj", "a b/c..d/.hidden", "...", "ä/€"})
    void allowsRelativePaths(String path) {
        assertThat(ArtifactPath.check(path)).isEqualTo(path);
    }
}
