package dev.millstream.taskmanager.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.millstream.graph.job.BlobKey;
import org.junit.jupiter.api.Test;

class BlobIndexTest {
    private static final BlobKey A = new BlobKey("a", 60);
    private static final BlobKey B = new BlobKey("b", 60);
    private static final BlobKey C = new BlobKey("c", 60);

    private final BlobIndex index = new BlobIndex(120);

    @Test
    void shouldKeepWhatFits() {
        assertThat(index.acquire(A)).isTrue();
        assertThat(index.acquire(A)).isFalse();
        index.release(A);
        assertThat(index.release(A)).isEmpty();
        assertThat(index.acquire(A)).isFalse();
    }

    @Test
    void shouldEvictTheLeastRecentlyUsedFirst() {
        index.acquire(A);
        index.acquire(B);
        index.release(B);
        index.release(A);
        index.acquire(A);
        index.release(A);
        index.acquire(C);
        assertThat(index.release(C)).containsExactly("b");
        assertThat(index.acquire(B)).isTrue();
    }

    @Test
    void shouldKeepWhatIsInUseEvenAboveTheLimit() {
        index.acquire(A);
        index.acquire(B);
        index.acquire(C);
        index.acquire(C);
        assertThat(index.release(C)).isEmpty();
        assertThat(index.release(C)).containsExactly("c");
    }

    @Test
    void shouldFetchAgainWhatCouldNotBeFetched() {
        index.acquire(A);
        index.drop(A);
        assertThat(index.acquire(A)).isTrue();
    }

    @Test
    void shouldFailWhenReleasedTooOften() {
        index.acquire(A);
        index.release(A);
        assertThatIllegalStateException().isThrownBy(() -> index.release(A));
    }
}
