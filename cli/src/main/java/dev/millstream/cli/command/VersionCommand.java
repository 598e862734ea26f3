package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** Prints the version. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {
    /** For {@code --version}. */
    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }
    }

    private final Caller caller;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    VersionCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        caller.out().println(json ? json() : text());
        return ExitCode.DONE;
    }

    private static String text() {
        return "Millstream " + version() + " (Java " + Runtime.version() + ")";
    }

    private static String json() {
        return "{\"version\":\"" + version() + "\",\"java\":\"" + Runtime.version() + "\"}";
    }

    /** Known from the jar's manifest; classes in a folder have none. */
    static String version() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }
}
