package dev.millstream.api.common.state;

/** Values of each key, added at once to an accumulator. */
public interface AggregatingState<IN, OUT> extends MergingState<IN, OUT> {}
