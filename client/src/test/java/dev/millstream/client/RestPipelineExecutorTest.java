package dev.millstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.PipelineExecutorFactory;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestPipelineExecutorTest {
    @TempDir private Path directory;

    private TestCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new TestCluster(directory);
        cluster.endsWith(new JobResult.JobResultSuccess(TestCluster.JOB, 8, List.of()), "FINISHED");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void shouldRunAProgramOnTheConfiguredCluster() throws Exception {
        JobExecutionResult result = program(configuration()).execute("numbers");

        assertThat(cluster.submitted().name()).isEqualTo("numbers");
        assertThat(cluster.submitted().vertices()).allMatch(it -> it.parallelism() == 1);
        assertThat(result.getNetRuntime()).isEqualTo(8);
        assertThat(cluster.dispatcher.calls("requestJobResult")).isNotEmpty();
    }

    @Test
    void shouldNotWaitForADetachedJob() throws Exception {
        Configuration detached = configuration().set(RestClientOptions.ATTACHED, false);

        JobExecutionResult result = program(detached).execute("numbers");

        assertThat(cluster.dispatcher.calls("submitJob").getFirst().getFirst())
                .isInstanceOf(SubmitJob.SubmitJobDetached.class);
        assertThat(result.getJobID()).isEqualTo(cluster.submitted().jobId());
        assertThat(cluster.dispatcher.calls("requestJobResult")).isEmpty();
    }

    @Test
    void shouldSayWhichFileHasNoToken() throws Exception {
        Configuration missing =
                configuration()
                        .set(RestOptions.TOKEN_FILE, directory.resolve("nowhere").toString());
        assertThatThrownBy(() -> program(missing).execute())
                .hasMessageContaining("There is no token file")
                .hasMessageContaining("nowhere");

        Path bad = ownersFile("bad", "short");
        Configuration unusable = configuration().set(RestOptions.TOKEN_FILE, bad.toString());
        assertThatThrownBy(() -> program(unusable).execute())
                .hasMessageContaining("can't be used")
                .hasMessageNotContaining("short");
    }

    @Test
    void shouldBeFoundForProgramsWithAnAddressOnly() {
        List<PipelineExecutorFactory> found =
                ServiceLoader.load(PipelineExecutorFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().isCompatibleWith(new Configuration())).isFalse();
        assertThat(
                        found.getFirst()
                                .isCompatibleWith(
                                        new Configuration().set(RestOptions.ADDRESS, "host")))
                .isTrue();
    }

    private Configuration configuration() throws Exception {
        Path token = ownersFile("token", TestCluster.TOKEN.reveal() + "\n");
        return new Configuration()
                .set(RestOptions.ADDRESS, "127.0.0.1")
                .set(RestOptions.PORT, cluster.server.port())
                .set(RestOptions.TOKEN_FILE, token.toString());
    }

    private Path ownersFile(String name, String text) throws Exception {
        Path file = Files.writeString(directory.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static StreamExecutionEnvironment program(Configuration configuration) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(configuration);
        environment.fromData(1, 2, 3).print();
        return environment;
    }
}
