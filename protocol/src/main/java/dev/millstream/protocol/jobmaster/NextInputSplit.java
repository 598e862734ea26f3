package dev.millstream.protocol.jobmaster;

import dev.millstream.graph.job.Bytes;
import dev.millstream.types.WireId;

/** The answer to {@link RequestNextInputSplit}. */
public sealed interface NextInputSplit {
    /** A split, serialised with the source's split serializer. */
    @WireId(1)
    record Split(String splitId, Bytes split) implements NextInputSplit {}

    /** There is none, and there will never be one. */
    @WireId(2)
    record NoneLeft() implements NextInputSplit {}
}
