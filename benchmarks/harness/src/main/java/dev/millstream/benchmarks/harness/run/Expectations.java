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

    /**
     * What is wrong with a result; empty when nothing is.
     *
     * @param trusted whether the result is that of the sequential program itself, which need not
     *     run once more to be compared with itself
     */
    String difference(Workload workload, boolean namedKeys, boolean trusted, Measurement measured)
            throws IOException {
        Question question = new Question(workload, measured.figure(Measurement.UNITS), namedKeys);
        Tally actual =
                new Tally(
                        measured.figure(Measurement.COUNT), measured.figure(Measurement.CHECKSUM));
        if (workload == Workload.W12
                && measured.figure(Measurement.CROSSED) != measured.figure(Measurement.UNITS)) {
            return "wrong placement: of "
                    + measured.figure(Measurement.UNITS)
                    + " records only "
                    + measured.figure(Measurement.CROSSED)
                    + " went to another process";
        }
        if (trusted) {
            answers.putIfAbsent(question, actual);
        }
        Tally expected = answers.get(question);
        if (expected == null) {
            expected = Oracle.of(workload, question.units(), namedKeys, text, folder);
            answers.put(question, expected);
        }
        return actual.equals(expected)
                ? ""
                : "wrong result: " + actual + ", but expected were " + expected;
    }
}
