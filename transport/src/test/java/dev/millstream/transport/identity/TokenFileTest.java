package dev.millstream.transport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir private Path folder;

    @Test
    void shouldMakeAFileThatOnlyItsOwnerMayTouch() throws IOException {
        Path path = folder.resolve("run/cluster.token");
        ClusterToken token = new TokenFile(path).loadOrCreate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                .isEqualTo("rwx------");
        assertThat(token.origin()).isEqualTo(path.toString());
        assertThat(new TokenFile(path).load().matches(token.reveal())).isTrue();
        assertThat(new TokenFile(path).loadOrCreate().matches(token.reveal())).isTrue();
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void shouldRefuseAFileThatOthersMayTouch() throws IOException {
        Path path = folder.resolve("cluster.token");
        var _ = new TokenFile(path).loadOrCreate();
        for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> new TokenFile(path).loadOrCreate())
                    .isInstanceOf(ClusterTokenException.class)
                    .hasMessageContaining("chmod 600 " + path);
        }
    }

    @Test
    void shouldRefuseAFileWithoutAToken() throws IOException {
        Path path = folder.resolve("cluster.token");
        var _ = new TokenFile(path).loadOrCreate();
        Files.writeString(path, "x".repeat(1_000_000));
        assertThatThrownBy(() -> new TokenFile(path).load())
                .isInstanceOf(ClusterTokenException.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    void shouldSayWhereAMissingFileShouldBe() {
        Path path = folder.resolve("missing.token");
        assertThatThrownBy(() -> new TokenFile(path).load())
                .isInstanceOf(ClusterTokenException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("security.token-file");
    }

    @Test
    void shouldGiveAllWhoMakeItAtOnceTheSameToken() throws Exception {
        Path path = folder.resolve("cluster.token");
        int count = 8;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ClusterToken>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int i = 0; i < count; i++) {
                made.add(
                        threads.submit(() -> {
                            start.await();
                            return new TokenFile(path).loadOrCreate();
                        }));
            }
            start.countDown();
            ClusterToken first = made.getFirst().get();
            for (Future<ClusterToken> token : made) {
                assertThat(token.get().matches(first.reveal())).isTrue();
            }
        }
    }
}
