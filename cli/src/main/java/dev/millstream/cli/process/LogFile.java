package dev.millstream.cli.process;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cluster.entrypoint.EntrypointOptions;
import dev.millstream.configuration.Configuration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a process in the background prints, in files of limited size. */
public final class LogFile {
    private static final String LOG = ".log";
    private static final String OUTPUT = ".out";

    private LogFile() {}

    /**
     * From now on standard error goes to this file, and standard output to one beside it whose name
     * ends with {@code .out}.
     *
     * @return who calls now
     */
    public static Caller redirect(Path log, Configuration configuration, Caller caller) {
        String name = log.getFileName().toString();
        String base = name.endsWith(LOG) ? name.substring(0, name.length() - LOG.length()) : name;
        try {
            System.setErr(open(log, configuration));
            System.setOut(open(log.resolveSibling(base + OUTPUT), configuration));
        } catch (IOException e) {
            throw CommandException.of(
                    ExitCode.FAILED, "The log file " + log + " can't be written: " + e + ".", e);
        }
        return new Caller(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                caller.environment());
    }

    // try: the stream lives as long as the process.
    @SuppressWarnings("try")
    private static PrintStream open(Path path, Configuration configuration) throws IOException {
        return new PrintStream(
                new RotatingFile(
                        path,
                        Math.max(1, configuration.get(EntrypointOptions.LOG_SIZE).bytes()),
                        configuration.get(EntrypointOptions.LOG_FILES)),
                true,
                StandardCharsets.UTF_8);
    }
}
