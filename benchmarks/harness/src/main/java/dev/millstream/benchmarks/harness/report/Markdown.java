package dev.millstream.benchmarks.harness.report;

import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.result.Spread;
import dev.millstream.benchmarks.process.Measurement;
import dev.millstream.benchmarks.workload.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Results as Markdown tables, one for each workload. */
public final class Markdown {
    private static final String NONE = "-";

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Results results) {
        this.results = results;
    }

    /** All tables, and what has failed. */
    public static String of(Results results) {
        Markdown markdown = new Markdown(results);
        results.workloads().forEach(markdown::table);
        markdown.errors();
        return markdown.text.toString();
    }

    private void table(String workload) {
        text.append("### ").append(workload).append("\n\n");
        switch (Workload.valueOf(workload).kind()) {
            case LATENCY -> latencies(workload);
            case START -> starts(workload);
            case THROUGHPUT -> rates(workload);
        }
        text.append('\n');
    }

    private void rates(String workload) {
        Optional<String> best = results.fastestPeer(workload);
        row(
                "contestant",
                "M " + Workload.valueOf(workload).things() + "/s",
                "lowest to highest",
                "first run",
                "CPU ns each",
                "peak MB",
                "others' CPU",
                "ours over it");
        row("---", "---:", "---", "---:", "---:", "---:", "---:", "---:");
        for (String name : results.contestants(workload)) {
            row(
                    name + (best.equals(Optional.of(name)) ? " *" : ""),
                    median(workload, name, Markdown::rateM),
                    range(workload, name, Markdown::rateM),
                    median(workload, name, it -> it.firstRate() * scale(it) / 1e6),
                    median(workload, name, it -> it.cpuNanosPerUnit() / scale(it)),
                    median(workload, name, it -> it.steady(Measurement.PEAK_KB) / 1024.0),
                    median(workload, name, Markdown::othersShare) + " %",
                    ratio(workload, name, Sample::rate, false));
        }
        smallestHeaps(workload);
    }

    private void smallestHeaps(String workload) {
        String heading =
                "\nSmallest heap for 90 % of the rate, and peak resident with it, in MB:\n\n";
        for (String name : results.contestants(workload)) {
            Optional<Sample> heap = results.smallestHeap(workload, name);
            if (heap.isPresent()) {
                text.append(heading)
                        .append("- ")
                        .append(name)
                        .append(": ")
                        .append(heap.get().steady(Sample.HEAP_MB))
                        .append(", ")
                        .append(heap.get().steady(Measurement.PEAK_KB) / 1024)
                        .append('\n');
                heading = "";
            }
        }
    }

    private void latencies(String workload) {
        row(
                "contestant",
                "p50 us",
                "p99 us",
                "p99.9 us",
                "p99.99 us",
                "CPU s",
                "others' CPU",
                "its p99 over ours");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        for (String name : results.contestants(workload)) {
            row(
                    name,
                    median(workload, name, it -> it.steady("p50Nanos") / 1e3),
                    median(workload, name, it -> it.steady("p99Nanos") / 1e3),
                    median(workload, name, it -> it.steady("p999Nanos") / 1e3),
                    median(workload, name, it -> it.steady("p9999Nanos") / 1e3),
                    median(workload, name, it -> it.steady(Measurement.CPU_NANOS) / 1e9),
                    median(workload, name, Markdown::othersShare) + " %",
                    ratio(workload, name, it -> it.steady("p99Nanos"), true));
        }
    }

    private void starts(String workload) {
        row("contestant", "s", "lowest to highest", "CPU s", "its time over ours");
        row("---", "---:", "---", "---:", "---:");
        for (String name : results.contestants(workload)) {
            ToDoubleFunction<Sample> seconds = it -> it.steady(Measurement.NANOS) / 1e9;
            row(
                    name,
                    median(workload, name, seconds),
                    range(workload, name, seconds),
                    median(workload, name, it -> it.steady(Measurement.CPU_NANOS) / 1e9),
                    ratio(workload, name, seconds, true));
        }
    }

    private void errors() {
        for (Sample error : results.errors()) {
            text.append("- ")
                    .append(error.workload())
                    .append(", ")
                    .append(error.contestant())
                    .append(", round ")
                    .append(error.round())
                    .append(": ")
                    .append(error.error())
                    .append('\n');
        }
    }

    private String median(String workload, String name, ToDoubleFunction<Sample> number) {
        return results.spread(workload, name, number)
                .map(spread -> number(spread.median()))
                .orElse(NONE);
    }

    private String range(String workload, String name, ToDoubleFunction<Sample> number) {
        return results.spread(workload, name, number)
                .map(spread -> number(spread.lowest()) + " to " + number(spread.highest()))
                .orElse(NONE);
    }

    private String ratio(
            String workload, String name, ToDoubleFunction<Sample> number, boolean reverse) {
        Optional<Spread> ratio =
                results.ours(workload)
                        .flatMap(ours ->
                                reverse
                                        ? results.ratio(workload, name, ours, number)
                                        : results.ratio(workload, ours, name, number));
        return ratio.map(it -> number(it.median())).orElse(NONE);
    }

    /** Million things a second. */
    static double rateM(Sample sample) {
        return sample.rate() * scale(sample) / 1e6;
    }

    /** How many things a unit is: words of a copy of the text, or one. */
    private static double scale(Sample sample) {
        return Math.max(1, sample.steady(Measurement.THINGS_PER_UNIT));
    }

    private static double othersShare(Sample sample) {
        long nanos = sample.steady(Measurement.NANOS);
        return nanos == 0
                ? 0
                : 100.0
                        * (sample.steady(Measurement.OTHERS_NANOS)
                                + sample.steady(Measurement.STEAL_NANOS))
                        / nanos;
    }

    /** Three digits that matter. */
    static String number(double number) {
        double size = Math.abs(number);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    }
}
