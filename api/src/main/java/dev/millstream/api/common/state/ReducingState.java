package dev.millstream.api.common.state;

/** Values of each key, combined at once to one. */
public interface ReducingState<T> extends MergingState<T, T> {}
