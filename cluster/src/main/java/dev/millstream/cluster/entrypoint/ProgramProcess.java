package dev.millstream.cluster.entrypoint;

import dev.millstream.api.common.JobID;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process in which a program's main method runs. It prints the id of each job that it submits, a
 * line each, and what it has to say on standard error. However much it prints, little is kept.
 */
final class ProgramProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramProcess.class);
    private static final Pattern JOB_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int MAX_LINE_BYTES = 256;
    private static final int MAX_MESSAGE_BYTES = 16 << 10;
    private static final String OURS = "millstream: ";

    private final Process process;
    private final CompletableFuture<JobID> submitted;
    private final TailBuffer errors = new TailBuffer(MAX_MESSAGE_BYTES);
    private final Thread errorReader;

    /**
     * @param submitted completed with its first job; when it is cancelled, the process is ended
     */
    ProgramProcess(Process process, CompletableFuture<JobID> submitted) {
        this.process = process;
        this.submitted = submitted;
        this.errorReader = Thread.ofVirtual().name("program errors").start(this::readErrors);
        var _ =
                submitted.whenComplete((_, _) -> {
                    if (submitted.isCancelled()) {
                        close();
                    }
                });
    }

    /** Reads what it prints, until it has submitted a job or has ended without one. */
    void follow() throws IOException, InterruptedException {
        InputStream out = process.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0 && !submitted.isDone(); c = out.read()) {
            if (c != '\n') {
                if (line.length() < MAX_LINE_BYTES) {
                    line.append((char) c);
                }
                continue;
            }
            String text = line.toString().strip();
            if (JOB_ID.matcher(text).matches()) {
                submitted.complete(JobID.fromHexString(text));
                // It may print for as long as it likes, and must not wait for who reads.
                Thread.ofVirtual().name("program output").start(() -> drain(out));
                return;
            }
            line.setLength(0);
        }
        int exitCode = process.waitFor();
        errorReader.join();
        submitted.completeExceptionally(new IllegalStateException(message(exitCode)));
    }

    /** Whether it ends in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void drain(InputStream out) {
        try (out) {
            byte[] buffer = new byte[MAX_MESSAGE_BYTES];
            while (out.read(buffer) >= 0) {
                // Nobody wants it.
            }
        } catch (IOException e) {
            LOG.debug("A program's output was broken off", e);
        }
    }

    private void readErrors() {
        try (InputStream in = process.getErrorStream()) {
            byte[] buffer = new byte[MAX_MESSAGE_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                errors.add(buffer, read);
            }
        } catch (IOException e) {
            LOG.debug("A program's error output was broken off", e);
        }
    }

    /** What the command line says of it, behind all that the program has printed itself. */
    private String message(int exitCode) {
        String text = new String(errors.content(), StandardCharsets.UTF_8).strip();
        int ours = text.startsWith(OURS) ? 0 : text.lastIndexOf("\n" + OURS) + 1;
        if (ours > 0 || text.startsWith(OURS)) {
            return text.substring(ours + OURS.length());
        }
        String ended = "The program ended with exit code " + exitCode;
        return text.isEmpty()
                ? ended + " and without a word"
                : ended + ". The end of what it has printed:\n" + text;
    }

    /** Ends it, with what it has started. Idempotent. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
