package dev.millstream.api.common.state;

import java.util.List;

/** A list of values for each key. {@link #get} is empty, never null, when there are none. */
public interface ListState<T> extends MergingState<T, Iterable<T>> {
    /** The current key's values, in the order in which they were added. */
    @Override
    Iterable<T> get() throws Exception;

    /** Replaces the current key's values; an empty list is the same as {@link #clear}. */
    void update(List<T> values) throws Exception;

    /** Adds values for the current key. */
    void addAll(List<T> values) throws Exception;
}
