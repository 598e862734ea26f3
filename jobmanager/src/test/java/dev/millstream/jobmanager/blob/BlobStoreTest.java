package dev.millstream.jobmanager.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.jobmanager.fixture.ManualPlatform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobStoreTest {
    private final ManualPlatform platform = new ManualPlatform();
    private final BlobFiles files = new BlobFiles(platform, "/blobs");
    private final BlobStore store = new BlobStore(files, new BlobLimits(100, 150), Runnable::run);

    @Test
    void shouldKeepWhatArrivesInPieces() {
        BlobKey key = key("hello, world");

        write(key, 0, "hello");
        assertThat(store.has(key)).isFalse();
        write(key, 5, ", world");

        assertThat(store.has(key)).isTrue();
        assertThat(read(key, 0, 100)).isEqualTo("hello, world");
        assertThat(read(key, 7, 3)).isEqualTo("wor");
        assertThat(read(key, 12, 3)).isEmpty();
    }

    @Test
    void shouldTakeARepeatedPieceOnce() {
        BlobKey key = key("abcdef");
        write(key, 0, "abc");
        write(key, 0, "abc");
        write(key, 2, "cdef");

        assertThat(read(key, 0, 100)).isEqualTo("abcdef");
        write(key, 0, "whatever comes now");
        assertThat(read(key, 0, 100)).isEqualTo("abcdef");
    }

    @Test
    void shouldTakeABlobThatTwoBringAtTheSameTime() throws Exception {
        BlobKey key = key("abcdef");
        var first = store.write(key, 0, bytes("abcdef"), _ -> false);
        var second = store.write(key, 0, bytes("abcdef"), _ -> false);

        platform.get(first);
        platform.get(second);

        assertThat(read(key, 0, 100)).isEqualTo("abcdef");
        assertThat(platform.files().list("/blobs")).hasSize(1);
    }

    @Test
    void shouldRefuseContentOfAnotherHashAndKeepNothing() throws Exception {
        BlobKey key = key("right");

        refused(key, 0, "wrong", "was altered on its way");

        assertThat(store.has(key)).isFalse();
        platform.runAll();
        assertThat(platform.files().list("/blobs")).isEmpty();
        write(key, 0, "right");
        assertThat(store.has(key)).isTrue();
    }

    @Test
    void shouldRefuseAPieceThatCannotFollow() {
        refused(key("abcdef"), 3, "def", "Start again at 0");
    }

    @Test
    void shouldRefuseMoreThanWasAnnounced() {
        refused(key("abc"), 0, "abcd", "longer than the announced 3");
    }

    @Test
    void shouldRefuseABlobAboveTheLimit() {
        refused(new BlobKey("0".repeat(64), 101), 0, "a", "blob.max-size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "", "ABCDEF", "zz"})
    void shouldRefuseAKeyThatIsNoHash(String name) {
        refused(new BlobKey(name, 1), 0, "a", "no SHA-256 hash");
        assertThatThrownBy(() -> platform.get(files.read(new BlobKey(name, 1), 0, 1)))
                .hasCauseInstanceOf(BlobException.class);
    }

    @Test
    void shouldDeleteTheOldestThatNobodyNeedsWhenFull() {
        BlobKey first = stored("a".repeat(60));
        BlobKey second = stored("b".repeat(60));

        BlobKey third = stored("c".repeat(60));

        assertThat(store.has(first)).isFalse();
        assertThat(store.has(second)).isTrue();
        assertThat(read(third, 0, 100)).hasSize(60);
        assertThatThrownBy(() -> read(first, 0, 1)).hasMessageContaining("upload it first");
        assertThat(read(stored("a".repeat(60)), 0, 100)).hasSize(60);
    }

    @Test
    void shouldNotDeleteWhatARunningJobNeeds() {
        stored("a".repeat(60));
        stored("b".repeat(60));
        BlobKey third = key("c".repeat(60));

        assertThatThrownBy(
                        () -> platform.get(store.write(third, 0, bytes("c".repeat(60)), _ -> true)))
                .hasMessageContaining("blob.storage.max-size");
    }

    @Test
    void shouldSayWhichBlobIsMissing() {
        BlobKey here = stored("here");
        BlobKey absent = key("absent");

        assertThat(store.missing(List.of(here))).isEmpty();
        assertThat(store.missing(List.of(here, absent))).isEqualTo(Optional.of(absent));
    }

    private BlobKey stored(String content) {
        BlobKey key = key(content);
        write(key, 0, content);
        return key;
    }

    private void write(BlobKey key, long offset, String piece) {
        platform.get(store.write(key, offset, bytes(piece), _ -> false));
    }

    private void refused(BlobKey key, long offset, String piece, String why) {
        assertThatThrownBy(() -> write(key, offset, piece))
                .hasCauseInstanceOf(BlobException.class)
                .hasMessageContaining(why);
    }

    private String read(BlobKey key, long offset, int length) {
        return new String(
                platform.get(files.read(key, offset, length)).array(), StandardCharsets.UTF_8);
    }

    private static Bytes bytes(String text) {
        return Bytes.owning(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BlobKey key(String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return new BlobKey(HexFormat.of().formatHex(hash), content.length());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
