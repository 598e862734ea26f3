package dev.millstream.graph;

import dev.millstream.graph.job.OperatorID;
import dev.millstream.graph.stream.StreamEdge;
import dev.millstream.graph.stream.StreamGraph;
import dev.millstream.graph.stream.StreamNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives each operator an id that stays the same from run to run, so that its state can be found
 * again.
 *
 * <p>The id is a hash of the operator's kind and name, and of the ids of what it reads and how: so
 * it does not depend on what is downstream, on parallelism or on chaining, nor on operators
 * elsewhere in the program. Operators that are alike in all that are numbered in the order of the
 * program. A uid overrides it all.
 */
final class OperatorIds {
    private final MessageDigest digest;

    private OperatorIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The ids of the graph's nodes, by node id. */
    static List<OperatorID> of(StreamGraph graph) {
        OperatorIds ids = new OperatorIds();
        List<OperatorID> found = new ArrayList<>();
        Map<OperatorID, Integer> twins = new TreeMap<>();
        for (StreamNode node : graph.nodes()) {
            OperatorID id =
                    node.uid()
                            .map(uid -> ids.hash("uid", uid))
                            .orElseGet(() -> ids.structural(graph, node, found));
            int earlier = twins.merge(id, 1, Integer::sum) - 1;
            found.add(earlier == 0 ? id : ids.hash("twin", id + "#" + earlier));
        }
        return List.copyOf(found);
    }

    private OperatorID structural(StreamGraph graph, StreamNode node, List<OperatorID> upstream) {
        StringBuilder structure = new StringBuilder();
        structure
                .append(node.operation().getClass().getSimpleName())
                .append('\n')
                .append(node.name());
        for (StreamEdge edge : graph.inputsOf(node.id())) {
            structure
                    .append('\n')
                    .append(edge.input())
                    .append(' ')
                    .append(edge.partitioning().getClass().getSimpleName())
                    .append(' ')
                    .append(edge.sideOutput().orElse(""))
                    .append(' ')
                    .append(upstream.get(edge.source()));
        }
        return hash("structure", structure.toString());
    }

    private OperatorID hash(String kind, String text) {
        byte[] hash = digest.digest((kind + '\n' + text).getBytes(StandardCharsets.UTF_8));
        ByteBuffer words = ByteBuffer.wrap(hash);
        return new OperatorID(words.getLong(), words.getLong());
    }
}
