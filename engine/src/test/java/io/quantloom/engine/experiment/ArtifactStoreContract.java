package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ArtifactStore} does. */
public abstract class ArtifactStoreContract {

    private ArtifactStore store;

    /** {@return a store without content} */
    protected abstract ArtifactStore create();

    /** Changes what is kept under the hash behind the back of the store that was created last. */
    protected abstract void damage(Sha256 hash);

    @BeforeEach
    final void createStore() {
        store = create();
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 300_000})
    void givesBackTheBytes(int size) {
        byte[] content = bytes(size);

        Sha256 hash = store.put(content);

        assertThat(hash).isEqualTo(Sha256.of(content));
        assertThat(store.get(hash).orThrow()).isEqualTo(content);
    }

    @Test
    void keepsContentOnceUnderOneHash() {
        Sha256 first = store.put(bytes(100));
        Sha256 second = store.put(bytes(100));

        assertThat(second).isEqualTo(first);
        assertThat(store.get(first).orThrow()).isEqualTo(bytes(100));
    }

    @Test
    void doesNotFollowLaterChangesOfTheCallersArray() {
        byte[] content = bytes(10);
        Sha256 hash = store.put(content);

        content[0] ^= 1;
        store.get(hash).orThrow()[0] ^= 1;

        assertThat(store.get(hash).orThrow()).isEqualTo(bytes(10));
    }

    @Test
    void saysWhatIsMissing() {
        Sha256 unknown = Sha256.of("never stored".getBytes(StandardCharsets.UTF_8));

        assertThat(reason(store.get(unknown))).isEqualTo(Failure.Reason.MISSING_DATA);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {1, 5000})
    void neverGivesOutDamagedBytes(int size) {
        Sha256 hash = store.put(bytes(size));

        damage(hash);

        assertThat(reason(store.get(hash))).isEqualTo(Failure.Reason.INVALID);
    }

    @Test
    void mendsDamagedContentThatIsPutAgain() {
        Sha256 hash = store.put(bytes(50));
        damage(hash);

        store.put(bytes(50));

        assertThat(store.get(hash).orThrow()).isEqualTo(bytes(50));
    }

    private static byte[] bytes(int size) {
        byte[] content = new byte[size];
        new Seeds(size).random().nextBytes(content);
        return content;
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }
}
