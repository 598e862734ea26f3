package dev.millstream.benchmarks.harness.command;

import dev.millstream.benchmarks.harness.report.Chart;
import dev.millstream.benchmarks.harness.report.JsonLines;
import dev.millstream.benchmarks.harness.report.Markdown;
import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.run.Progress;
import dev.millstream.cli.output.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Where results go: files in a folder, and the standard output. */
final class Output implements Progress {
    private final Caller caller;
    private final Path folder;
    private final boolean json;

    Output(Caller caller, Path folder, boolean json) {
        this.caller = caller;
        this.folder = folder;
        this.json = json;
    }

    @Override
    public void starts(String what) {
        caller.err().println("millstream: " + what + " ...");
    }

    /** Keeps each sample at once, behind those of earlier calls. */
    @Override
    public void ended(Sample sample) {
        String line = JsonLines.write(sample);
        try {
            Files.writeString(
                    folder.resolve("results.jsonl"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (json) {
            caller.out().println(line);
        }
        if (sample.isError()) {
            caller.err().println("millstream: failed: " + sample.error());
        }
    }

    /** The samples of earlier calls, but for what has failed. */
    List<Sample> earlier() throws IOException {
        Path file = folder.resolve("results.jsonl");
        return Files.exists(file)
                ? JsonLines.read(file).stream().filter(it -> !it.isError()).toList()
                : List.of();
    }

    /** Writes tables and chart. */
    void report(List<Sample> samples) throws IOException {
        Results results = new Results(samples);
        String tables = Markdown.of(results);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), tables);
        Files.writeString(folder.resolve("results.svg"), Chart.of(results));
        if (!json) {
            caller.out().print(tables);
        }
        caller.err().println("millstream: results.jsonl, .md and .svg are in " + folder);
    }
}
