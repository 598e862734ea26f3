package dev.millstream.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SimulatedFileStoreTest {
    private interface Check {
        void run(FileStore files, SimulatedWorld world) throws Exception;
    }

    private static void eachSeed(Check check) {
        for (long seed = 1; seed <= 50; seed++) {
            SimulatedRun.of(
                    seed,
                    world -> {
                        SimulatedPlatform platform = world.startProcess("p", "h");
                        CompletableFuture<Void> done =
                                platform.blockingPool()
                                        .submit(
                                                "check",
                                                () -> {
                                                    check.run(platform.files(), world);
                                                    return null;
                                                });
                        world.scheduler().runUntil("the check", done::isDone);
                        done.join();
                        world.scheduler().runFor(1_000_000);
                        assertThat(platform.inUse()).isEmpty();
                    });
        }
    }

    private static void write(FileStore files, String path, String text, boolean sync)
            throws IOException {
        try (WritableFile file = files.create(path)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            file.write(bytes, 0, bytes.length);
            assertThat(file.position()).isEqualTo(bytes.length);
            if (sync) {
                file.sync();
            }
        }
    }

    private static String read(FileStore files, String path) throws IOException {
        try (ReadableFile file = files.open(path)) {
            byte[] bytes = new byte[(int) file.sizeBytes()];
            int length = 0;
            while (length < bytes.length) {
                length += file.read(length, bytes, length, bytes.length - length);
            }
            assertThat(file.read(length, new byte[1], 0, 1)).isEqualTo(-1);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldReadWhatWasWritten() {
        eachSeed((files, world) -> {
            files.createDirectories("a/b");
            write(files, "a/b/file", "some words", false);
            assertThat(read(files, "/p/a//b/./file")).isEqualTo("some words");
            assertThat(files.status("a/b/file").orElseThrow().sizeBytes()).isEqualTo(10);
        });
    }

    @Test
    void shouldListDirectChildrenSorted() {
        eachSeed((files, world) -> {
            files.createDirectories("/data/sub/deep");
            write(files, "/data/z", "", false);
            write(files, "/data/a", "", false);
            assertThat(files.list("/data"))
                    .extracting(FileStatus::path)
                    .containsExactly("/data/a", "/data/sub", "/data/z");
        });
    }

    @Test
    void shouldRenameFilesAndFolders() {
        eachSeed((files, world) -> {
            files.createDirectories("/from/sub");
            write(files, "/from/sub/file", "x", false);
            write(files, "/from.other", "y", false);
            files.rename("/from", "/to");
            assertThat(read(files, "/to/sub/file")).isEqualTo("x");
            assertThat(files.status("/from")).isEmpty();
            assertThat(files.status("/from/sub/file")).isEmpty();
            write(files, "/new", "new", false);
            files.rename("/new", "/from.other");
            assertThat(read(files, "/from.other")).isEqualTo("new");
        });
    }

    @Test
    void shouldFailAsFilesDo() {
        eachSeed((files, world) -> {
            assertThatThrownBy(() -> files.open("none")).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> files.create("none/file"))
                    .isInstanceOf(NoSuchFileException.class);
            write(files, "file", "", false);
            assertThatThrownBy(() -> files.create("file"))
                    .isInstanceOf(FileAlreadyExistsException.class);
            files.createDirectories("folder/sub");
            assertThatThrownBy(() -> files.delete("folder"))
                    .isInstanceOf(DirectoryNotEmptyException.class);
            files.delete("folder/sub");
            files.delete("folder");
            files.delete("folder");
        });
    }

    @Test
    void shouldKeepSyncedBytesAndLoseOthersInACrash() {
        Set<String> left = new LinkedHashSet<>();
        eachSeed((files, world) -> {
            files.createDirectories("/data");
            files.syncDirectory("/");
            write(files, "/data/synced", "synced", true);
            write(files, "/data/partly", "unsynced", false);
            files.syncDirectory("/data");
            write(files, "/data/unknown", "gone", true);
            world.disk("h").crash(new SeededRandom(world.seed()));
            assertThat(read(files, "/data/synced")).isEqualTo("synced");
            assertThat(files.status("/data/unknown")).isEmpty();
            left.add(read(files, "/data/partly"));
        });
        assertThat(left).contains("", "unsynced").hasSize("unsynced".length() + 1);
    }

    @Test
    void shouldForgetARenameThatWasNotSynced() {
        eachSeed((files, world) -> {
            write(files, "/old", "old", true);
            files.syncDirectory("/");
            files.rename("/old", "/new");
            world.disk("h").crash(new SeededRandom(world.seed()));
            assertThat(files.list("/"))
                    .extracting(FileStatus::path)
                    .isEqualTo(List.of("/old", "/p"));
        });
    }
}
