package dev.millstream.protocol.jobmaster;

import dev.millstream.graph.job.Bytes;
import dev.millstream.types.WireId;
import java.util.List;
import java.util.OptionalInt;

/** What a source's coordinator task tells the JobMaster. */
public sealed interface SplitEvent {
    /**
     * A split to be assigned.
     *
     * @param subtask the only subtask that may get it; empty for whoever asks first
     * @param hosts where its data is local; empty for everywhere
     */
    @WireId(1)
    record Available(String splitId, Bytes split, OptionalInt subtask, List<String> hosts)
            implements SplitEvent {
        public Available {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * No further split will come.
     *
     * @param subtask for this subtask; empty for all
     */
    @WireId(2)
    record NoMore(OptionalInt subtask) implements SplitEvent {}

    /** Something for the reader of a subtask, which its enumerator and reader alone understand. */
    @WireId(3)
    record ToReader(int subtask, Bytes event) implements SplitEvent {}
}
