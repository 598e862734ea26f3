package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.process.LogFile;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a process logs. */
final class LogParameters {
    @Option(
            names = "--log-to",
            hidden = true,
            paramLabel = "FILE",
            description = "The log file; standard error without it.")
    private @Nullable Path file;

    /** Who calls, once logs go where they are to. */
    Caller redirect(ProcessSetup setup, Caller caller) {
        return file == null ? caller : LogFile.redirect(file, setup.configuration(), caller);
    }
}
