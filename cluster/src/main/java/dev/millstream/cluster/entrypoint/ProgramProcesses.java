package dev.millstream.cluster.entrypoint;

import dev.millstream.api.common.JobID;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.configuration.MemorySize;
import dev.millstream.rest.access.ProgramLauncher;
import dev.millstream.rest.access.ProgramRun;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs programs' main methods as {@code run -d} does, each in a process of its own. */
final class ProgramProcesses implements ProgramLauncher {
    private static final MemorySize MEMORY = MemorySize.ofMebiBytes(512);
    private static final int MAX_MESSAGE_BYTES = 16 << 10;

    private final ProcessSetup setup;

    ProgramProcesses(ProcessSetup setup) {
        this.setup = setup;
    }

    @Override
    public CompletableFuture<JobID> launch(ProgramRun run) {
        CompletableFuture<JobID> submitted = new CompletableFuture<>();
        Thread.ofVirtual().name("program " + run.name()).start(() -> runIn(submitted, run));
        return submitted;
    }

    private void runIn(CompletableFuture<JobID> submitted, ProgramRun run) {
        try {
            File errors = File.createTempFile("program", ".err");
            try {
                Process process = start(run, errors);
                var _ = submitted.whenComplete((_, _) -> endIfCancelled(submitted, process));
                String id = firstLine(process);
                int exitCode = process.waitFor();
                if (exitCode == 0 && !id.isEmpty()) {
                    submitted.complete(JobID.fromHexString(id));
                } else {
                    submitted.completeExceptionally(
                            new IllegalStateException(message(errors, exitCode)));
                }
            } finally {
                if (!errors.delete()) {
                    errors.deleteOnExit();
                }
            }
        } catch (IOException | RuntimeException e) {
            submitted.completeExceptionally(
                    new IllegalStateException("The program can't be started: " + e, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            submitted.completeExceptionally(e);
        }
    }

    private Process start(ProgramRun run, File errors) throws IOException {
        return new ProcessBuilder(setup.command().call(MEMORY, arguments(run)))
                .redirectInput(new File("/dev/null"))
                .redirectError(errors)
                .start();
    }

    private List<String> arguments(ProgramRun run) {
        ClusterAddress address =
                ClusterAddress.read(setup.directory())
                        .orElseThrow(() -> new IllegalStateException("The JobManager is starting"));
        List<String> words = new ArrayList<>(List.of("run", "-d", "-m", address.rest().toString()));
        run.entryClass().ifPresent(name -> words.addAll(List.of("-c", name)));
        run.parallelism().ifPresent(it -> words.addAll(List.of("-p", Integer.toString(it))));
        words.addAll(TaskManagerCall.definitions(run.configuration()));
        words.add(run.jar().toString());
        words.addAll(run.arguments());
        return words;
    }

    private static void endIfCancelled(CompletableFuture<JobID> submitted, Process process) {
        if (submitted.isCancelled()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What the program itself prints may follow. */
    private static String firstLine(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            byte[] first = out.readNBytes(MAX_MESSAGE_BYTES);
            out.transferTo(OutputStream.nullOutputStream());
            return new String(first, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9a-f]{32}"))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String message(File errors, int exitCode) throws IOException {
        try (InputStream in = new FileInputStream(errors)) {
            String text = new String(in.readNBytes(MAX_MESSAGE_BYTES), StandardCharsets.UTF_8);
            return text.isBlank()
                    ? "The program ended with exit code " + exitCode + " and without a word"
                    : text.strip().replaceFirst("^millstream: ", "");
        }
    }
}
