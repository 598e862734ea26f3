package dev.millstream.graph.plan;

import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import java.util.List;
import java.util.StringJoiner;

/** A JobGraph as JSON, with the field names of the field's REST interface. */
public final class PlanJson {
    private PlanJson() {}

    /** Without warnings. */
    public static String of(JobGraph graph) {
        return of(graph, List.of());
    }

    /**
     * With what the program was warned of.
     *
     * @param warnings in a field of their own if there are any
     */
    public static String of(JobGraph graph, List<String> warnings) {
        StringJoiner texts = new StringJoiner(",", ",\"warnings\":[", "]").setEmptyValue("");
        warnings.forEach(warning -> texts.add(quote(warning)));
        StringJoiner nodes = new StringJoiner(",", "[", "]");
        graph.vertices().forEach(vertex -> nodes.add(node(graph, vertex)));
        return "{\"jid\":\""
                + graph.jobId()
                + "\",\"name\":"
                + quote(graph.name())
                + ",\"type\":\""
                + (graph.batch() ? "BATCH" : "STREAMING")
                + "\",\"nodes\":"
                + nodes
                + texts
                + "}";
    }

    private static String node(JobGraph graph, JobVertex vertex) {
        StringJoiner inputs = new StringJoiner(",", "[", "]");
        List<JobEdge> edges = vertex.inputs();
        for (int i = 0; i < edges.size(); i++) {
            JobEdge edge = edges.get(i);
            String exchange =
                    switch (graph.vertex(edge.source()).results().get(edge.resultIndex()).kind()) {
                        case PIPELINED -> "pipelined_bounded";
                        case BLOCKING -> "blocking";
                    };
            inputs.add(
                    "{\"num\":"
                            + i
                            + ",\"id\":\""
                            + edge.source()
                            + "\",\"ship_strategy\":\""
                            + edge.shipStrategy()
                            + "\",\"exchange\":\""
                            + exchange
                            + "\"}");
        }
        StringJoiner operators = new StringJoiner(",", "[", "]");
        vertex.operators()
                .forEach(operator ->
                        operators.add(
                                "{\"id\":\""
                                        + operator.id()
                                        + "\",\"name\":"
                                        + quote(operator.name())
                                        + "}"));
        return "{\"id\":\""
                + vertex.id()
                + "\",\"parallelism\":"
                + vertex.parallelism()
                + ",\"max-parallelism\":"
                + vertex.maxParallelism()
                + ",\"slot-sharing-group\":"
                + quote(vertex.slotSharingGroup())
                + ",\"description\":"
                + quote(vertex.name())
                + ",\"operators\":"
                + operators
                + ",\"inputs\":"
                + inputs
                + "}";
    }

    /** A JSON string (RFC 8259, section 7). */
    static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
