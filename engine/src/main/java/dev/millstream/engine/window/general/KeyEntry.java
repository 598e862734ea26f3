package dev.millstream.engine.window.general;

import dev.millstream.engine.window.memory.LocalStates;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows of one key. */
final class KeyEntry {
    final Object key;
    final Map<Window, WindowEntry> windows = new LinkedHashMap<>();
    private @Nullable LocalStates states;

    KeyEntry(Object key) {
        this.key = key;
    }

    /** State that outlives windows. */
    LocalStates states() {
        LocalStates known = states;
        if (known == null) {
            known = new LocalStates();
            states = known;
        }
        return known;
    }

    boolean isEmpty() {
        return windows.isEmpty() && states == null;
    }
}
