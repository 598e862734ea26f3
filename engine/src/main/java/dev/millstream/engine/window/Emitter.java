package dev.millstream.engine.window;

import dev.millstream.streaming.api.windowing.windows.Window;

/** Emits what is to be emitted of a window. */
public interface Emitter {
    /** Whether the key is looked at. */
    boolean needsKey();

    /**
     * Emits the result of a window, with its end as timestamp.
     *
     * @param key anything if it isn't needed
     * @param contents all records as a list, or the one result of their reduction or aggregation
     */
    void emit(Object key, Window window, Object contents);

    /** The window of a key has ended. */
    void clear(Object key, Window window);
}
