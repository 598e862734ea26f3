package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.transport.handshake.Bytes32;
import dev.millstream.transport.handshake.HandshakeCodec;
import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes that can't join a cluster, or not begin one, and calls to what is no cluster. */
final class WrongClusters {
    private static final int OTHER_VERSION = 99;

    private final Path folder;
    private final RunningCluster cluster;

    private WrongClusters(Path folder, RunningCluster cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    static List<BadInput> inputs(Path folder, RunningCluster cluster) throws IOException {
        WrongClusters wrong = new WrongClusters(folder, cluster);
        List<BadInput> inputs = wrong.taskManagers().all();
        inputs.addAll(wrong.jobManagers().all());
        inputs.addAll(wrong.calls().all());
        return inputs;
    }

    private Inputs taskManagers() throws IOException {
        Path token = cluster.runDirectory().resolve("token");
        Path wrongToken = token("wrong-token", "rw-------");
        Path openToken = token("open-token", "rw-r--r--");
        Inputs inputs = new Inputs("A TaskManager that can't join a cluster");
        addTaskManager(
                inputs,
                "It has another token",
                cluster.linkPort(),
                wrongToken,
                "tokens of the two processes differ",
                "security.token-file");
        addTaskManager(
                inputs,
                "Its token file is open to others",
                cluster.linkPort(),
                openToken,
                "open-token",
                "chmod 600");
        addTaskManager(
                inputs,
                "It is of another cluster",
                List.of("cluster.id=another"),
                cluster.linkPort(),
                token,
                "cluster 'another'",
                "cluster.id");
        addTaskManager(
                inputs,
                "Its own port is in use",
                List.of("taskmanager.rpc.port=" + cluster.linkPort()),
                cluster.linkPort(),
                token,
                "port is in use",
                "taskmanager.rpc.port");
        addTaskManager(
                inputs,
                "There is no JobManager",
                List.of("taskmanager.registration.timeout=1 s"),
                1,
                token,
                "No JobManager can be reached at 127.0.0.1:1",
                "jobmanager.rpc.port");
        addStrangers(inputs, token);
        return inputs;
    }

    private void addStrangers(Inputs inputs, Path token) throws IOException {
        Challenge challenge =
                new Challenge(
                        OTHER_VERSION,
                        Bytes32.random(new SecureRandom()),
                        Role.JOB_MANAGER,
                        "default");
        addTaskManager(
                inputs,
                "The JobManager is of another version",
                Stranger.saying(HandshakeCodec.encode(challenge)),
                token,
                "version 99",
                "run the same release everywhere");
        addTaskManager(
                inputs,
                "Something else listens there",
                Stranger.saying(
                        "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                token,
                "can't start");
        addTaskManager(
                inputs,
                "Whoever listens there says nothing",
                List.of("transport.connect.timeout=1 s"),
                Stranger.saying(new byte[0]),
                token,
                "1000 ms");
    }

    private Path token(String name, String permissions) throws IOException {
        Path token = folder.resolve(name);
        Files.writeString(token, "0".repeat(64));
        return Files.setPosixFilePermissions(token, PosixFilePermissions.fromString(permissions));
    }

    private void addTaskManager(
            Inputs inputs, String what, int port, Path token, String... mentions) {
        addTaskManager(inputs, what, List.of(), port, token, mentions);
    }

    private void addTaskManager(
            Inputs inputs,
            String what,
            List<String> options,
            int port,
            Path token,
            String... mentions) {
        Stream<String> all =
                Stream.concat(
                        options.stream(),
                        Stream.of("jobmanager.rpc.port=" + port, "security.token-file=" + token));
        addProcess(inputs, what, "taskmanager", all, folder.resolve("stranger"), mentions);
    }

    private Inputs jobManagers() {
        Inputs inputs = new Inputs("A JobManager that can't start");
        Path other = folder.resolve("other");
        addProcess(
                inputs,
                "Its port for links is in use",
                "jobmanager",
                Stream.of("rest.port=0", "jobmanager.rpc.port=" + cluster.linkPort()),
                other,
                "port is in use",
                "jobmanager.rpc.port");
        addProcess(
                inputs,
                "Its port for REST is in use",
                "jobmanager",
                Stream.of("jobmanager.rpc.port=0", "rest.port=" + cluster.restPort()),
                other,
                "rest.port");
        addProcess(
                inputs,
                "Another one runs in its folder",
                "jobmanager",
                Stream.of("jobmanager.rpc.port=0", "rest.port=0"),
                cluster.runDirectory(),
                "A JobManager runs in",
                "MILLSTREAM_RUN_DIR");
        addProcess(
                inputs,
                "It is to listen for everybody, without encryption",
                "jobmanager",
                Stream.of("jobmanager.rpc.port=0", "rest.port=0", "jobmanager.bind-host=0.0.0.0"),
                other,
                "security.ssl");
        return inputs;
    }

    private void addProcess(
            Inputs inputs,
            String what,
            String verb,
            Stream<String> options,
            Path runDirectory,
            String... mentions) {
        String[] call =
                Stream.concat(Stream.of(verb), options.flatMap(option -> Stream.of("-D", option)))
                        .toArray(String[]::new);
        Map<String, String> environment = Map.of("MILLSTREAM_RUN_DIR", runDirectory.toString());
        inputs.add(
                what,
                ExitCode.FAILED,
                () -> withoutLog(OwnProcess.run(environment, folder, call)),
                mentions);
    }

    private Inputs calls() throws IOException {
        int stranger = Stranger.saying("SSH-2.0-OpenSSH_9\r\n".getBytes(StandardCharsets.US_ASCII));
        Inputs inputs = new Inputs("A call to a cluster");
        inputs.add(
                "No cluster runs",
                ExitCode.FAILED,
                () ->
                        new InProcess()
                                .with("MILLSTREAM_RUN_DIR", folder.resolve("nowhere").toString())
                                .call("list"),
                "millstream cluster start");
        addCall(inputs, "Nobody listens there", ExitCode.FAILED, "127.0.0.1:1", "127.0.0.1:1");
        addCall(inputs, "The address has no port", ExitCode.USAGE, "localhost", "HOST:PORT");
        addCall(
                inputs,
                "Something else listens there",
                ExitCode.FAILED,
                "127.0.0.1:" + stranger,
                "127.0.0.1:" + stranger);
        addCall(
                inputs,
                "The token is another cluster's",
                ExitCode.FAILED,
                "127.0.0.1:" + cluster.restPort(),
                "token is not this cluster's");
        inputs.add(
                "An unknown job",
                ExitCode.FAILED,
                () -> cluster.call("status", "0123456789"),
                "'0123456789'");
        return inputs;
    }

    private void addCall(
            Inputs inputs, String what, int exitCode, String address, String... mentions) {
        inputs.addCall(
                what,
                exitCode,
                List.of(
                        "list",
                        "-m",
                        address,
                        "-D",
                        "security.token-file=" + folder.resolve("wrong-token"),
                        "-D",
                        "rest.retry.max-attempts=2"),
                mentions);
    }

    /** Processes that play a role log what they do beside what they say. */
    private static Outcome withoutLog(Outcome outcome) {
        String said =
                outcome.err()
                        .lines()
                        .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d+ .*"))
                        .collect(Collectors.joining("\n"));
        return new Outcome(outcome.exitCode(), outcome.out(), said);
    }
}
