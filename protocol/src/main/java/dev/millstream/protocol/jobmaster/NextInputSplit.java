package dev.millstream.protocol.jobmaster;

import dev.millstream.graph.job.Bytes;

/** The answer to {@link RequestNextInputSplit}. */
public sealed interface NextInputSplit {
    /** A split, serialised with the source's split serializer. */
    record Split(String splitId, Bytes split) implements NextInputSplit {}

    /** There is none, and there will never be one. */
    record NoneLeft() implements NextInputSplit {}
}
