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

    /** The least share of a rate that is within 20 % of it. */
    private static final double ALIKE = 0.8;

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Results results) {
        this.results = results;
    }

    /** All tables, and what has failed. */
    public static String of(Results results) {
        Markdown markdown = new Markdown(results);
        markdown.text.append(Summary.of(results));
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
                "CPU s",
                "CPU ns each",
                "peak MB",
                "others' CPU + stolen",
                "ours over it");
        row("---", "---:", "---", "---:", "---:", "---:", "---:", "---:", "---:");
        for (String name : results.contestants(workload)) {
            row(
                    name + (best.equals(Optional.of(name)) ? " *" : ""),
                    median(workload, name, Markdown::rateM),
                    range(workload, name, Markdown::rateM),
                    median(workload, name, it -> it.firstRate() * scale(it) / 1e6),
                    median(workload, name, it -> it.steady(Measurement.CPU_NANOS) / 1e9),
                    median(workload, name, it -> it.cpuNanosPerUnit() / scale(it)),
                    median(workload, name, it -> it.steady(Measurement.PEAK_KB) / 1024.0),
                    others(workload, name),
                    ratio(workload, name, Sample::rate, false));
        }
        otherTypes(workload);
        encrypted(workload);
        smallestHeaps(workload);
    }

    /** How fast our programs with other types are, as shares of the one that is compared. */
    private void otherTypes(String workload) {
        String heading = "\nOur programs with other types, over the first:\n\n";
        Optional<String> ours = results.ours(workload);
        for (String name : results.contestants(workload)) {
            if (name.startsWith("millstream")
                    && !isEncrypted(name)
                    && !ours.equals(Optional.of(name))) {
                Optional<Spread> share =
                        ours.flatMap(it -> results.ratio(workload, name, it, Sample::rate));
                String words =
                        share.map(it ->
                                        number(it.median())
                                                + (it.median() >= ALIKE
                                                        ? ", within 20 %"
                                                        : ", NOT within 20 %"))
                                .orElse(NONE);
                text.append(heading).append("- ").append(name).append(": ").append(words);
                text.append('\n');
                heading = "";
            }
        }
    }

    /** What encryption costs, for each who was measured with it and without. */
    private void encrypted(String workload) {
        String heading = "\nEncrypted, over the same without:\n\n";
        for (String name : results.contestants(workload)) {
            String plain =
                    name.equals("millstream tls") ? "millstream record" : name.replace("-tls", "");
            if (isEncrypted(name)) {
                String share =
                        results.ratio(workload, name, plain, Sample::rate)
                                .map(it -> number(it.median()))
                                .orElse(NONE);
                text.append(heading).append("- ").append(name).append(": ").append(share);
                text.append('\n');
                heading = "";
            }
        }
    }

    private static boolean isEncrypted(String name) {
        return name.endsWith("tls");
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
                "others' CPU + stolen",
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
                    others(workload, name),
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
                results.counterpart(workload, name)
                        .flatMap(ours ->
                                reverse
                                        ? results.ratio(workload, name, ours, number)
                                        : results.ratio(workload, ours, name, number));
        return ratio.map(Markdown::withRange).orElse(NONE);
    }

    /** Million things a second. */
    static double rateM(Sample sample) {
        return sample.rate() * scale(sample) / 1e6;
    }

    /** How many things a unit is: words of a copy of the text, or one. */
    private static double scale(Sample sample) {
        return Math.max(1, sample.steady(Measurement.THINGS_PER_UNIT));
    }

    private String others(String workload, String name) {
        return median(workload, name, it -> share(it, Measurement.OTHERS_NANOS))
                + " + "
                + median(workload, name, it -> share(it, Measurement.STEAL_NANOS))
                + " %";
    }

    private static double share(Sample sample, String figure) {
        long nanos = sample.steady(Measurement.NANOS);
        return nanos == 0 ? 0 : 100.0 * sample.steady(figure) / nanos;
    }

    /** A median; with the lowest and the highest where there are several. */
    static String withRange(Spread spread) {
        String median = number(spread.median());
        return spread.count() == 1
                ? median
                : median + " (" + number(spread.lowest()) + " to " + number(spread.highest()) + ")";
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
