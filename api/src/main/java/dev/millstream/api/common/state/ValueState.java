package dev.millstream.api.common.state;

import org.jspecify.annotations.Nullable;

/** One value for each key. */
public interface ValueState<T> extends State {
    /** The current key's value; null, or the descriptor's default, when it has none. */
    @Nullable T value();

    /** Sets the current key's value; null is the same as {@link #clear}. */
    void update(@Nullable T value);
}
