package io.quantloom.engine.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Costs three seconds, for two fresh virtual machines that load the native libraries. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NewProcessTest {

    /** One has one thread and the quick compiler, the other two threads and the good one. */
    @Test
    void trainsTheSameModelsWhateverTheThreadsAndTheCompiler() throws Exception {
        Process one = ModelHashes.start(1, "-XX:TieredStopAtLevel=1");
        Process two = ModelHashes.start(2);
        try {
            Map<String, String> hashes = ModelHashes.of(one);

            assertThat(hashes).hasSize(PoolLearners.all().size()).isEqualTo(ModelHashes.of(two));
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
    }
}
