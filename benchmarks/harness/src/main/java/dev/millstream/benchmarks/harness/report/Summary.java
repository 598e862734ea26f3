package dev.millstream.benchmarks.harness.report;

import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.result.Spread;
import dev.millstream.benchmarks.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One row for each workload: Millstream beside the best of each other engine. */
final class Summary {
    private static final String NONE = "-";

    private final Results results;

    private Summary(Results results) {
        this.results = results;
    }

    /** A Markdown table; empty when no rates were measured. */
    static String of(Results results) {
        Summary summary = new Summary(results);
        List<String> rows =
                results.workloads().stream()
                        .filter(it -> Workload.valueOf(it).kind() == Workload.Kind.THROUGHPUT)
                        .map(summary::row)
                        .toList();
        return rows.isEmpty()
                ? ""
                : "Medians of million events (W1: words) a second, and of ratios:\n\n"
                        + line(
                                "",
                                "Millstream",
                                "Flink, best",
                                "Jet",
                                "plain, one thread",
                                "over Flink",
                                "over Jet",
                                "over plain")
                        + line("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:")
                        + String.join("", rows)
                        + "\n";
    }

    private String row(String workload) {
        Optional<String> ours = results.ours(workload);
        Optional<String> flink = best(workload, "flink ");
        Optional<String> jet = best(workload, "jet ");
        Optional<String> plain = best(workload, "plain one");
        return line(
                workload,
                rate(workload, ours),
                rate(workload, flink),
                rate(workload, jet),
                rate(workload, plain),
                ratio(workload, ours, flink),
                ratio(workload, ours, jet),
                ratio(workload, ours, plain));
    }

    /** The fastest of those whose links are not encrypted; of plain programs the plainest. */
    private Optional<String> best(String workload, String prefix) {
        return results.contestants(workload).stream()
                .filter(name -> name.startsWith(prefix) && !name.endsWith("tls"))
                .filter(name -> !name.endsWith("-bytes"))
                .max(
                        Comparator.comparingDouble(name ->
                                results.spread(workload, name, Sample::rate)
                                        .map(Spread::median)
                                        .orElse(0.0)));
    }

    private String rate(String workload, Optional<String> name) {
        return name.flatMap(it -> results.spread(workload, it, Markdown::rateM))
                .map(it -> Markdown.number(it.median()))
                .orElse(NONE);
    }

    private String ratio(String workload, Optional<String> ours, Optional<String> other) {
        return ours.flatMap(one ->
                        other.flatMap(two -> results.ratio(workload, one, two, Sample::rate)))
                .map(it -> Markdown.number(it.median()))
                .orElse(NONE);
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", List.of(cells)) + " |\n";
    }
}
