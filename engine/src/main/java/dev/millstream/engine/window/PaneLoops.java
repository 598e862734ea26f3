package dev.millstream.engine.window;

import dev.millstream.engine.window.table.PaneTable;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import org.jspecify.annotations.Nullable;

/** What is done with all entries of a table, and with single ones when a window fires again. */
public interface PaneLoops {
    /** Emits the results of all of a window's keys. */
    void emitAll(PaneTable table, TimeWindow window);

    /** Adds all that one table has to another. */
    void addAll(PaneTable part, PaneTable sum);

    /** Emits the result of one key. */
    void emit(Object key, TimeWindow window, Object accumulator);

    /** An entry's accumulator, which the table goes on using. */
    Object accumulator(PaneTable table, int index);

    /** Adds an entry's accumulator to another one, which may be changed; null: nothing. */
    Object merged(@Nullable Object into, PaneTable table, int index);
}
