package dev.millstream.api.common.functions;

/**
 * Says of a {@link ReduceFunction} or {@link AggregateFunction} that its results don't depend on
 * how records are grouped and ordered, so that it may be evaluated in parts: sliding windows then
 * share what they have in common, and records are combined before they are sent. Ours.
 *
 * <p>The function promises that {@code merge} (or {@code reduce} of what it has returned) gives
 * what adding all records one by one would have given, in whatever order, and that it changes its
 * first argument at most. Sums of integers, counts, extrema and unions of sets do; sums of floating
 * point numbers don't, if each bit counts; "the last one" doesn't. A lambda is marked by a cast:
 * {@code (ReduceFunction<Sum> & Mergeable) Sum::plus}.
 */
public interface Mergeable {}
