package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.fixture.WordServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster's folder tells, and what it doesn't. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunFoldersTest {
    @TempDir private Path folder;

    @Test
    void shouldKeepClustersOfDifferentFoldersApart() throws Exception {
        RunningCluster one = new RunningCluster(Files.createDirectories(folder.resolve("one")));
        RunningCluster other = new RunningCluster(Files.createDirectories(folder.resolve("other")));
        try (WordServer words = new WordServer()) {
            one.started("--taskmanagers", "1");
            other.started("--taskmanagers", "0");
            String job = one.submitEndless(words);

            assertThat(one.call("list").out()).contains(job);
            assertThat(other.call("list").out()).doesNotContain(job);
            other.stop();

            assertThat(one.state(job)).isEqualTo("RUNNING");
            Outcome cancelled = one.call("cancel", job);
            assertThat(cancelled.exitCode()).as("%s", cancelled).isZero();
        } finally {
            other.stop();
            one.stop();
        }
        Outcome again = one.call("cluster", "stop");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("No cluster runs");
    }

    @Test
    void shouldLeaveProcessesAloneThatOnlyHaveAnOldNumber() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        RunningCluster cluster = new RunningCluster(folder);
        try {
            Path run = Files.createDirectories(cluster.runDirectory());
            String stale = stranger.pid() + "\n1000\n";
            Files.writeString(run.resolve("jobmanager.pid"), stale);
            Files.writeString(run.resolve("taskmanager-tm-1.pid"), stale);
            Files.writeString(run.resolve("cluster.properties"), "pid=" + stranger.pid() + "\n");

            Outcome status = cluster.call("cluster", "status");
            cluster.started("--taskmanagers", "1");
            cluster.stop();

            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.err()).contains("ended without a word");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
            cluster.stop();
        }
    }
}
