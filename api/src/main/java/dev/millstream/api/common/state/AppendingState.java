package dev.millstream.api.common.state;

import org.jspecify.annotations.Nullable;

/** State to which values are added. */
public interface AppendingState<IN, OUT> extends State {
    /** What has come of the values added for the current key; null when there are none. */
    @Nullable OUT get() throws Exception;

    /** Adds a value for the current key. */
    void add(IN value) throws Exception;
}
