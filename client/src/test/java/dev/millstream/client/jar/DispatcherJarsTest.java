package dev.millstream.client.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.task.Acknowledge;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherJarsTest {
    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final DispatcherJars jars = new DispatcherJars(platform, dispatcher());

    @TempDir private Path directory;

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void shouldWriteALargeJarInPieces() throws Exception {
        Path jar = Files.writeString(directory.resolve("large.jar"), "x".repeat(1_500_000));
        jars.put(new BlobKey("hash", 1_500_000), jar.toString()).get(60, TimeUnit.SECONDS);
        assertThat(written).containsExactly("0+1048576", "1048576+451424");
    }

    @Test
    void shouldFailWhenTheJarBecomesShorterMeanwhile() throws Exception {
        Path jar = Files.writeString(directory.resolve("short.jar"), "abc");
        var put = jars.put(new BlobKey("hash", 5), jar.toString());
        assertThatThrownBy(() -> put.get(60, TimeUnit.SECONDS))
                .hasMessageContaining("has become shorter");
    }

    /** Takes pieces, and nothing else. */
    private DispatcherGateway dispatcher() {
        return (DispatcherGateway)
                Proxy.newProxyInstance(
                        DispatcherGateway.class.getClassLoader(),
                        new Class<?>[] {DispatcherGateway.class},
                        (_, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("writeBlob");
                            written.add(arguments[1] + "+" + ((Bytes) arguments[2]).length());
                            return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
                        });
    }
}
