package dev.millstream.client.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.platform.machine.MachinePlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarUploadTest {
    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final JarUpload upload = new JarUpload(platform);
    private final FakeTarget target = new FakeTarget();

    @TempDir private Path directory;

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void shouldNameJarsByTheirContentAndEachOnce() throws Exception {
        String abc = file("abc.jar", "abc");
        String same = file("same.jar", "abc");
        String other = file("other.jar", "other");
        Map<BlobKey, String> jars = identify(abc, same, other);
        assertThat(jars.values()).containsExactly(abc, other);
        assertThat(jars.keySet().iterator().next())
                .isEqualTo(
                        new BlobKey(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                3));
    }

    @Test
    void shouldUploadOnlyWhatIsMissing() throws Exception {
        String known = file("known.jar", "known");
        String large = file("large.jar", "x".repeat(1_500_000));
        target.present.addAll(identify(known).keySet());
        upload.upload(identify(known, large), target).get(60, TimeUnit.SECONDS);
        assertThat(target.put).containsExactly(large);
    }

    @Test
    void shouldSayWhichJarCannotBeRead() {
        assertThatThrownBy(() -> identify("/nowhere/my.jar"))
                .hasMessageContaining("The jar /nowhere/my.jar can't be read");
    }

    private Map<BlobKey, String> identify(String... paths) throws Exception {
        return upload.identify(List.of(paths)).get(60, TimeUnit.SECONDS);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
