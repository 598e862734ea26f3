package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.fixture.WordServer;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What a cluster refuses, and what becomes of jobs when one of its processes is killed. */
final class LostProcesses {
    /** Above the limit that the cluster is started with. */
    private static final int LARGE_BYTES = 300_000;

    private final RunningCluster cluster;
    private final WordServer words = new WordServer();
    private final Inputs inputs = new Inputs("Jobs on a cluster");

    private LostProcesses(RunningCluster cluster) throws IOException {
        this.cluster = cluster;
    }

    /** To be taken in this order: they end with the end of the JobManager. */
    static List<BadInput> inputs(Path folder, RunningCluster cluster) throws IOException {
        LostProcesses lost = new LostProcesses(cluster);
        lost.addRefused(folder);
        lost.inputs.add(
                "Its TaskManager is killed",
                ExitCode.FAILED,
                () -> lost.whileKilling(cluster.taskManagers().getFirst()),
                "TaskManager tm-1",
                "was lost");
        lost.inputs.add(
                "The JobManager is killed",
                ExitCode.FAILED,
                () -> lost.whileKilling(cluster.jobManager()),
                "127.0.0.1:" + cluster.restPort());
        lost.inputs.add(
                "The cluster's files are of a JobManager that was killed",
                ExitCode.FAILED,
                () -> cluster.call("list"),
                "ended without a word",
                "millstream cluster start");
        return lost.inputs.all();
    }

    private void addRefused(Path folder) throws IOException {
        Path large = folder.resolve("large.jar");
        Files.write(large, lengthened(folder.resolve("functions.jar")));
        inputs.add(
                "A jar above the limit",
                ExitCode.FAILED,
                () -> cluster.call("run", large.toString(), "map"),
                "blob.max-size");
        Path text = folder.resolve("words.txt");
        inputs.add(
                "More slots than the cluster may have",
                ExitCode.FAILED,
                () -> cluster.call("run", "-p", "9", "wordcount", "--input", text.toString()),
                "needs 9 slots",
                "taskmanager.numberOfTaskSlots");
    }

    /** A jar is read from its end, so anything may stand before it. */
    private static byte[] lengthened(Path jar) throws IOException {
        byte[] program = Files.readAllBytes(jar);
        byte[] whole = new byte[LARGE_BYTES];
        new Random(11).nextBytes(whole);
        System.arraycopy(program, 0, whole, whole.length - program.length, program.length);
        return whole;
    }

    private Outcome whileKilling(ProcessHandle process) throws Exception {
        try (OwnProcess client =
                OwnProcess.start(
                        cluster.environment(),
                        "run",
                        "-D",
                        "rest.retry.max-attempts=2",
                        "socket-wordcount",
                        "--port",
                        words.port())) {
            client.awaitLine("is RUNNING");
            process.destroyForcibly();
            return client.awaitEnd();
        }
    }
}
