package dev.millstream.cli;

import dev.millstream.cli.command.CommandLines;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point that the launcher starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = CommandLines.execute(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }
}
