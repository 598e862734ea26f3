package dev.millstream.graph.stream;

import dev.millstream.api.common.InvalidProgramException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Operators whose n-th subtasks share a slot need equally many, and must be allowed to share. */
final class CoLocationCheck {
    private CoLocationCheck() {}

    static void check(List<StreamNode> nodes) {
        Map<String, StreamNode> firsts = new TreeMap<>();
        for (StreamNode node : nodes) {
            node.coLocationGroup()
                    .ifPresent(group -> {
                        StreamNode first = firsts.putIfAbsent(group, node);
                        if (first != null) {
                            compare(group, first, node);
                        }
                    });
        }
    }

    private static void compare(String group, StreamNode first, StreamNode node) {
        if (first.parallelism() != node.parallelism()) {
            throw new InvalidProgramException(
                    "Operators "
                            + first.describe()
                            + " and "
                            + node.describe()
                            + " are co-located in group '"
                            + group
                            + "', but have parallelism "
                            + first.parallelism()
                            + " and "
                            + node.parallelism()
                            + ". Give both the same.");
        }
        if (!first.slotSharingGroup().equals(node.slotSharingGroup())) {
            throw new InvalidProgramException(
                    "Operators "
                            + first.describe()
                            + " and "
                            + node.describe()
                            + " are co-located in group '"
                            + group
                            + "', but in the slot sharing groups '"
                            + first.slotSharingGroup()
                            + "' and '"
                            + node.slotSharingGroup()
                            + "'. Put both into one.");
        }
    }
}
