package dev.millstream.benchmarks.harness.report;

import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Spread;
import dev.millstream.benchmarks.workload.Workload;
import java.util.List;
import java.util.Locale;

/**
 * Rates as a chart: for each workload a bar for each contestant, as long as its median, with a line
 * from the lowest to the highest.
 */
public final class Chart {
    private static final int WIDTH = 860;
    private static final int BARS_FROM = 200;
    private static final int BARS_TO = 780;
    private static final int ROW = 18;
    private static final int HEAD = 34;

    private final Results results;
    private final StringBuilder body = new StringBuilder();
    private int y = 10;

    private Chart(Results results) {
        this.results = results;
    }

    /** An SVG document. */
    public static String of(Results results) {
        Chart chart = new Chart(results);
        for (String workload : results.workloads()) {
            if (Workload.valueOf(workload).kind() == Workload.Kind.THROUGHPUT) {
                chart.group(workload);
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + WIDTH
                + "\" height=\""
                + (chart.y + 10)
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + chart.body
                + "</svg>\n";
    }

    private void group(String workload) {
        List<String> names =
                results.contestants(workload).stream()
                        .filter(name -> !results.of(workload, name).isEmpty())
                        .toList();
        double most =
                names.stream().mapToDouble(name -> rate(workload, name).highest()).max().orElse(1);
        text(
                10,
                y + 18,
                "start",
                "#000",
                workload + ", M " + Workload.valueOf(workload).things() + "/s");
        y += HEAD - 6;
        for (String name : names) {
            bar(name, rate(workload, name), most);
        }
        y += 8;
    }

    private Spread rate(String workload, String name) {
        return results.spread(workload, name, Markdown::rateM).orElseThrow();
    }

    private void bar(String name, Spread rate, double most) {
        double scale = (BARS_TO - BARS_FROM) / most;
        double end = BARS_FROM + rate.median() * scale;
        text(BARS_FROM - 8, y + 13, "end", "#000", name);
        body.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        BARS_FROM,
                        y + 2,
                        Math.max(1, end - BARS_FROM),
                        ROW - 5,
                        name.startsWith("millstream")
                                ? "#1f6f8b"
                                : name.startsWith("plain") ? "#b8b8b8" : "#e0a458"));
        body.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#000\"/>%n",
                        BARS_FROM + rate.lowest() * scale,
                        BARS_FROM + rate.highest() * scale,
                        y + 8,
                        y + 8));
        text(
                (int) (BARS_FROM + rate.highest() * scale) + 6,
                y + 13,
                "start",
                "#000",
                Markdown.number(rate.median()));
        y += ROW;
    }

    private void text(int x, int baseline, String anchor, String colour, String words) {
        body.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                        x,
                        baseline,
                        anchor,
                        colour,
                        words.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
