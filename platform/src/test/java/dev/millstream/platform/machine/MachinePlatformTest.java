package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePlatformTest {
    @TempDir private Path folder = Path.of("");

    private final MachinePlatform platform = MachinePlatform.alone("machine");

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        String path = folder.resolve("a").toString();
        try (WritableFile file = platform.files().create(path)) {
            file.write(bytes("hello world"), 6, 5);
            file.sync();
            assertThat(file.position()).isEqualTo(5);
        }
        try (ReadableFile file = platform.files().open(path)) {
            byte[] target = new byte[10];
            assertThat(file.sizeBytes()).isEqualTo(5);
            assertThat(file.read(1, target, 2, 8)).isEqualTo(4);
            assertThat(target).startsWith(new byte[] {0, 0, 'o', 'r', 'l', 'd'});
            assertThat(file.read(5, target, 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void shouldKeepAFileThatExistsAndNameOneThatIsMissing() throws IOException {
        String path = folder.resolve("a").toString();
        platform.files().create(path).close();
        assertThatThrownBy(() -> platform.files().create(path).close())
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> platform.files().open(path + "b").close())
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void shouldListSortedAndReplaceOnRename() throws IOException {
        FileStore files = platform.files();
        String directory = folder.resolve("x/y").toString();
        files.createDirectories(directory);
        for (String name : new String[] {"c", "a", "b"}) {
            try (WritableFile file = files.create(directory + "/" + name)) {
                file.write(bytes(name), 0, 1);
            }
        }
        files.rename(directory + "/c", directory + "/a");
        files.syncDirectory(directory);
        assertThat(files.list(directory))
                .extracting(FileStatus::path)
                .containsExactly(directory + "/a", directory + "/b");
        assertThat(Files.readString(Path.of(directory, "a"))).isEqualTo("c");
        files.delete(directory + "/a");
        files.delete(directory + "/a");
        assertThat(files.status(directory + "/a")).isEmpty();
        assertThat(files.status(directory))
                .hasValueSatisfying(it -> assertThat(it.directory()).isTrue());
    }

    @Test
    void shouldDeleteItsScratchFolderWhenClosed() throws IOException {
        String scratch = platform.files().scratchDirectory();
        assertThat(platform.files().scratchDirectory()).isEqualTo(scratch);
        Files.writeString(Path.of(scratch, "spilled"), "x");
        platform.close();
        assertThat(Path.of(scratch)).doesNotExist();
    }

    @Test
    void shouldRunBlockingCallsAway() {
        CompletableFuture<String> name =
                platform.blockingPool().submit("read blob", () -> Thread.currentThread().getName());
        assertThat(name.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("machine-read blob");
        CompletableFuture<Object> failed =
                platform.blockingPool()
                        .submit(
                                "fail",
                                () -> {
                                    throw new IOException("disk full");
                                });
        assertThatThrownBy(() -> failed.orTimeout(30, TimeUnit.SECONDS).join())
                .hasRootCauseMessage("disk full");
    }

    @Test
    void shouldEndAllItsThreadsWhenClosed() {
        platform.lanes().create("lane", _ -> {}).execute(() -> {});
        platform.lanes().create("lane", _ -> {}).schedule(100_000, () -> {});
        CompletableFuture<Object> blocked =
                platform.blockingPool().submit("wait", () -> new CompletableFuture<>().get());
        platform.close();
        assertThatThrownBy(() -> blocked.orTimeout(30, TimeUnit.SECONDS).join())
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("machine-lane"));
    }

    @Test
    void shouldDrawNumbersWithinTheBound() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(platform.randomness().nextInt(3)).isBetween(0, 2);
        }
        byte[] first = new byte[16];
        byte[] second = new byte[16];
        platform.randomness().nextBytes(first);
        platform.randomness().nextBytes(second);
        assertThat(first).isNotEqualTo(second);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
