package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.ResultKind;
import java.util.BitSet;

/** A result of a vertex with the one edge that consumes it; a partition for each subtask. */
public final class IntermediateResult {
    private final int index;
    private final ResultKind kind;
    private final ExecutionVertex consumer;
    private final DistributionPattern pattern;
    private final BitSet complete = new BitSet();

    IntermediateResult(
            int index, ResultKind kind, ExecutionVertex consumer, DistributionPattern pattern) {
        this.index = index;
        this.kind = kind;
        this.consumer = consumer;
        this.pattern = pattern;
    }

    public int index() {
        return index;
    }

    public ResultKind kind() {
        return kind;
    }

    public ExecutionVertex consumer() {
        return consumer;
    }

    public DistributionPattern pattern() {
        return pattern;
    }

    /** Whether all that the producers' partitions will ever hold is there. */
    public boolean areComplete(SubtaskRange producers) {
        return complete.nextClearBit(producers.first()) > producers.last();
    }

    void completed(int producer) {
        complete.set(producer);
    }

    void reset() {
        complete.clear();
    }
}
