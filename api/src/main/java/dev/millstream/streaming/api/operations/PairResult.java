package dev.millstream.streaming.api.operations;

import dev.millstream.api.common.functions.CoGroupFunction;
import dev.millstream.api.common.functions.FlatJoinFunction;
import dev.millstream.api.common.functions.JoinFunction;
import java.io.Serializable;

/** What is made of the records of two streams that are in one window and have one key. */
public sealed interface PairResult extends Serializable {
    /** What a function makes of all of them. */
    record CoGrouped<A, B, O>(CoGroupFunction<A, B, O> function) implements PairResult {}

    /** One record of each pair. */
    record Joined<A, B, O>(JoinFunction<A, B, O> function) implements PairResult {}

    /** Any number of records of each pair. */
    record FlatJoined<A, B, O>(FlatJoinFunction<A, B, O> function) implements PairResult {}
}
