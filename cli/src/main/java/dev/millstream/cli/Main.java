package dev.millstream.cli;

import dev.millstream.cli.command.CommandLines;
import dev.millstream.cli.output.Caller;

/** The entry point that the launcher starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Caller caller = Caller.ofProcess();
        int exitCode = CommandLines.execute(caller, args);
        caller.out().flush();
        caller.err().flush();
        System.exit(exitCode);
    }
}
