package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.plain.Oracle;
import dev.millstream.benchmarks.process.Measurement;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What results must be; computed once for each size. */
final class Expectations {
    private record Question(Workload workload, long units, boolean namedKeys) {}

    private final Map<Question, Tally> answers = new HashMap<>();
    private final Path text;
    private final Path folder;

    Expectations(Path text, Path folder) {
        this.text = text;
        this.folder = folder;
    }

    /** What is wrong with a result; empty when nothing is. */
    String difference(Workload workload, boolean namedKeys, Measurement measured)
            throws IOException {
        Question question = new Question(workload, measured.figure(Measurement.UNITS), namedKeys);
        Tally expected = answers.get(question);
        if (expected == null) {
            expected = Oracle.of(workload, question.units(), namedKeys, text, folder);
            answers.put(question, expected);
        }
        Tally actual =
                new Tally(
                        measured.figure(Measurement.COUNT), measured.figure(Measurement.CHECKSUM));
        return actual.equals(expected)
                ? ""
                : "wrong result: " + actual + ", but expected were " + expected;
    }
}
