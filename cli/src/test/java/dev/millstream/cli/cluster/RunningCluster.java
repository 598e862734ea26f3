package dev.millstream.cli.cluster;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A cluster of processes in a folder of its own, on ports of its own. */
final class RunningCluster {
    private static final int MAX_CALLS = 30;

    private final Path folder;
    private final Path run;
    private final int restPort = freePort();
    private final int linkPort = freePort();

    RunningCluster(Path folder) {
        this.folder = folder;
        this.run = folder.resolve("run");
    }

    Map<String, String> environment() {
        return Map.of(
                "MILLSTREAM_RUN_DIR",
                run.toString(),
                "MILLSTREAM_JVM_OPTIONS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED");
    }

    Path runDirectory() {
        return run;
    }

    int restPort() {
        return restPort;
    }

    int linkPort() {
        return linkPort;
    }

    Outcome start(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("cluster", "start"));
        words.addAll(List.of("-D", "rest.port=" + restPort));
        words.addAll(List.of("-D", "jobmanager.rpc.port=" + linkPort));
        words.addAll(Arrays.asList(options));
        return call(words.toArray(String[]::new));
    }

    Outcome call(String... words) throws Exception {
        return OwnProcess.run(environment(), folder, words);
    }

    /** The processes of its TaskManagers. */
    List<ProcessHandle> taskManagers() {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().startsWith("taskmanager-"))
                    .flatMap(file -> process(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ProcessHandle jobManager() {
        return process(run.resolve("jobmanager.pid")).getFirst();
    }

    private static List<ProcessHandle> process(Path file) {
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst());
            return ProcessHandle.of(pid).stream().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The state of a job, or nothing while it isn't known. */
    String state(String job) throws Exception {
        Outcome status = call("status", job, "--json");
        return status.exitCode() == 0
                ? String.valueOf(Json.object(status.out().strip()).get("state"))
                : "";
    }

    /** Waits for something about its processes; asks it for its status meanwhile. */
    void await(String what, BooleanSupplier condition) throws Exception {
        for (int calls = 0; !condition.getAsBoolean(); calls++) {
            if (calls > MAX_CALLS) {
                throw new AssertionError("It never happened: " + what);
            }
            call("cluster", "status");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
