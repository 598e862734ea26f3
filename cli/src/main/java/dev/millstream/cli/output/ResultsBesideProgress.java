package dev.millstream.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output on a terminal that shows progress, too: takes the live line away first. */
public final class ResultsBesideProgress extends FilterOutputStream {
    private final Progress progress;

    private ResultsBesideProgress(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    /**
     * A standard output for programs.
     *
     * @param out the process's
     */
    public static PrintStream over(PrintStream out, Progress progress) {
        return new PrintStream(new ResultsBesideProgress(out, progress), true, out.charset());
    }

    @Override
    public void write(int b) throws IOException {
        progress.clearLiveLine();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        progress.clearLiveLine();
        out.write(bytes, offset, length);
    }
}
