package dev.millstream.cli.output;

/** What the process says to a script by its exit code. Part of the command line's contract. */
public final class ExitCode {
    public static final int DONE = 0;

    /** The job failed, the program was refused, or the cluster can't be reached. */
    public static final int FAILED = 1;

    public static final int USAGE = 2;

    /** No suitable JDK; only the launcher ends with it. */
    public static final int NO_JDK = 3;

    public static final int CANCELED = 4;

    /** Ctrl-C, as shells have it: 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
