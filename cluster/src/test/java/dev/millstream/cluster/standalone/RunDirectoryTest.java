package dev.millstream.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.link.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir private Path folder;

    @Test
    void shouldBeWhereTheEnvironmentSays() {
        Map<String, String> environment =
                Map.of("MILLSTREAM_RUN_DIR", "/a/b", "MILLSTREAM_LAUNCHER_DIR", folder.toString());

        assertThat(RunDirectory.of(environment).path()).isEqualTo(Path.of("/a/b"));
    }

    @Test
    void shouldBeBesideTheLauncherElse() {
        assertThat(RunDirectory.of(Map.of("MILLSTREAM_LAUNCHER_DIR", folder.toString())).path())
                .isEqualTo(folder.resolve(".millstream"));
    }

    @Test
    void shouldBelongToItsOwnerAlone() throws Exception {
        RunDirectory directory = directory();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldTellAProcessThatLives() throws Exception {
        PidFile file = directory().taskManagerPid("tm-1");
        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
        assertThat(directory().taskManagers()).containsExactly("tm-1");
    }

    @Test
    void shouldNotTakeAnotherProcessWithTheSameNumberForIt() throws Exception {
        PidFile file = directory().jobManagerPid();
        Files.writeString(file.path(), ProcessHandle.current().pid() + "\n12345\n");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void shouldNotTakeAnEndedProcessForALivingOne() throws Exception {
        Process process = new ProcessBuilder("true").start();
        PidFile file = directory().jobManagerPid();
        file.write(process.toHandle());
        process.waitFor();

        assertThat(file.process()).isEmpty();
    }

    @Test
    void shouldReadTheAddressThatWasWritten() throws Exception {
        RunDirectory directory = directory();
        ClusterAddress address =
                new ClusterAddress(
                        17, new Address("127.0.0.1", 8081), new Address("127.0.0.1", 6123), "1");
        address.write(directory);

        assertThat(ClusterAddress.read(directory)).contains(address);
    }

    @Test
    void shouldTellOfStaleFilesAndIgnoreThem() throws Exception {
        RunDirectory directory = directory();
        new ClusterAddress(17, new Address("a", 1), new Address("a", 2), "1").write(directory);
        Files.writeString(directory.jobManagerPid().path(), "999999999\n1\n");
        List<String> notices = new ArrayList<>();
        BackgroundCluster cluster = new BackgroundCluster(directory, notices::add);

        assertThat(cluster.find()).isEmpty();
        assertThat(notices).singleElement().asString().contains(directory.toString());
        assertThat(cluster.stop()).isZero();
        assertThat(directory.addressFile()).doesNotExist();
        assertThat(directory.jobManagerPid().path()).doesNotExist();
    }

    private RunDirectory directory() throws ClusterException {
        RunDirectory directory = new RunDirectory(folder.resolve("run"));
        directory.create();
        return directory;
    }
}
