package dev.millstream.engine.window.general;

import dev.millstream.engine.window.memory.LocalStates;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One window of one key. */
final class WindowEntry {
    final KeyEntry owner;
    final Window window;

    /** What is kept of its records; null when there are none. */
    @Nullable Object contents;

    /** For which its trigger has set timers. */
    final Set<Long> eventTimers = new TreeSet<>();

    final Set<Long> processingTimers = new TreeSet<>();

    /** When it ends; {@link Long#MAX_VALUE} for never. */
    final long cleanupTime;

    boolean dropped;
    private @Nullable LocalStates triggerStates;
    private @Nullable LocalStates functionStates;

    WindowEntry(KeyEntry owner, Window window, long cleanupTime) {
        this.owner = owner;
        this.window = window;
        this.cleanupTime = cleanupTime;
    }

    LocalStates triggerStates() {
        LocalStates states = triggerStates;
        if (states == null) {
            states = new LocalStates();
            triggerStates = states;
        }
        return states;
    }

    LocalStates functionStates() {
        LocalStates states = functionStates;
        if (states == null) {
            states = new LocalStates();
            functionStates = states;
        }
        return states;
    }
}
