package dev.millstream.benchmarks.workload.text;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the text: folder and size in bytes are the arguments. */
public final class TextMain {
    private TextMain() {}

    public static void main(String[] args) throws IOException {
        var _ = TextFile.ensure(Path.of(args[0]), Long.parseLong(args[1]));
    }
}
