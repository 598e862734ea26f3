package dev.millstream.graph.stream;

import dev.millstream.streaming.api.operations.Partitioning;
import java.util.Optional;

/**
 * Records flow from one operator to another.
 *
 * @param id its position in {@link StreamGraph#edges()}
 * @param source the producing node
 * @param target the reading node
 * @param input which logical input of the target: 0, or 1 for the second of two
 * @param partitioning which subtask of the target each record goes to
 * @param sideOutput name of the side output that is read; empty for the main output
 */
public record StreamEdge(
        int id,
        int source,
        int target,
        int input,
        Partitioning partitioning,
        Optional<String> sideOutput) {}
