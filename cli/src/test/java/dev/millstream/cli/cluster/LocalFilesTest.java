package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TaskManagers on different hosts, which are addresses of this machine's loopback. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalFilesTest {
    private static final int FILES = 6;

    @TempDir private Path folder;

    @Test
    void shouldReadFilesWhereTheyAreFirst() throws Exception {
        RunningCluster cluster = new RunningCluster(folder);
        try (OwnProcess jobManager = cluster.jobManagerByHand(List.of());
                OwnProcess two = taskManager(cluster, "127.0.0.2");
                OwnProcess three = taskManager(cluster, "127.0.0.3")) {
            cluster.awaitFree(2);

            Path notes = read(cluster);

            checkReads(notes, two, "127.0.0.2");
            checkReads(notes, three, "127.0.0.3");
            List<String> all = new ArrayList<>(reads(notes, two));
            all.addAll(reads(notes, three));
            assertThat(all).hasSize(2 * FILES).doesNotHaveDuplicates();
            assertThat(jobManager.handle().isAlive()).isTrue();
        }
    }

    private static OwnProcess taskManager(RunningCluster cluster, String host) throws Exception {
        return cluster.taskManagerByHand(
                "-D", "taskmanager.host=" + host, "-D", "taskmanager.numberOfTaskSlots=1");
    }

    /** Runs the job; the files of one host come before those of the other. */
    private Path read(RunningCluster cluster) throws Exception {
        Path jar =
                ProgramJars.compile(folder).write(folder.resolve("local.jar"), "local.LocalReads");
        Path notes = Files.createDirectories(folder.resolve("notes"));
        List<String> call = new ArrayList<>(List.of("run", "-p", "2"));
        call.addAll(List.of(jar.toString(), notes.toString()));
        for (String host : List.of("127.0.0.3", "127.0.0.2")) {
            Path files = Files.createDirectories(folder.resolve("files of " + host));
            for (int i = 0; i < FILES; i++) {
                Files.writeString(files.resolve("file" + i), host + " file " + i + "\n");
            }
            call.add("file://" + host + files);
        }
        Outcome run = cluster.call(call.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return notes;
    }

    /** The first is local, as both had to choose; and it has left no local one for later. */
    private static void checkReads(Path notes, OwnProcess taskManager, String host)
            throws Exception {
        List<Boolean> local =
                reads(notes, taskManager).stream().map(it -> it.startsWith(host)).toList();
        assertThat(local.getFirst()).as("the first file at %s is local", host).isTrue();
        assertThat(local.subList(local.lastIndexOf(true), local.size()))
                .as("what %s read behind its last local file", host)
                .startsWith(true)
                .doesNotContainSequence(true, true);
        assertThat(local.subList(0, local.lastIndexOf(true)))
                .as("what %s read before its last local file", host)
                .doesNotContain(false);
    }

    private static List<String> reads(Path notes, OwnProcess taskManager) throws Exception {
        return Files.readAllLines(notes.resolve(Long.toString(taskManager.handle().pid())));
    }
}
