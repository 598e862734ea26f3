package dev.millstream.graph.plan;

import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A JobGraph as a page of text. */
public final class PlanText {
    private PlanText() {}

    /**
     * With what the program was warned of.
     *
     * @param warnings at the end of the page
     */
    public static String of(JobGraph graph, List<String> warnings) {
        StringBuilder text = new StringBuilder();
        text.append("Job '")
                .append(graph.name())
                .append("' (")
                .append(graph.batch() ? "batch" : "streaming")
                .append(")\n");
        for (int i = 0; i < graph.vertices().size(); i++) {
            vertex(text, graph, i);
        }
        text.append("\nSlots needed: ").append(slots(graph)).append('\n');
        warnings.forEach(warning -> text.append("\nWarning: ").append(warning).append('\n'));
        return text.toString();
    }

    private static void vertex(StringBuilder text, JobGraph graph, int index) {
        JobVertex vertex = graph.vertices().get(index);
        text.append('\n').append(index + 1).append(". ").append(vertex.name()).append('\n');
        text.append("   parallelism ")
                .append(vertex.parallelism())
                .append(" of at most ")
                .append(vertex.maxParallelism());
        text.append(", slot sharing group '").append(vertex.slotSharingGroup()).append("'");
        vertex.coLocationGroup()
                .ifPresent(group -> text.append(", co-located with '").append(group).append("'"));
        text.append('\n');
        for (JobEdge edge : vertex.inputs()) {
            String kind =
                    graph.vertex(edge.source()).results().get(edge.resultIndex()).kind().name();
            text.append("   reads ")
                    .append(number(graph, edge))
                    .append(" by ")
                    .append(edge.shipStrategy().toLowerCase(Locale.ROOT));
            text.append(", ").append(kind.toLowerCase(Locale.ROOT)).append('\n');
        }
    }

    private static int number(JobGraph graph, JobEdge edge) {
        return graph.vertices().indexOf(graph.vertex(edge.source())) + 1;
    }

    /** The highest parallelism in each slot sharing group, summed over the groups. */
    private static int slots(JobGraph graph) {
        Map<String, Integer> highest = new TreeMap<>();
        graph.vertices()
                .forEach(vertex ->
                        highest.merge(vertex.slotSharingGroup(), vertex.parallelism(), Math::max));
        return highest.values().stream().mapToInt(Integer::intValue).sum();
    }
}
