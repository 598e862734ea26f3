package dev.millstream.engine.window;

import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.engine.window.memory.LocalStates;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** State of window functions beside slices. Looked up only, never gone through. */
public final class SliceStates implements WindowStates {
    private final Map<Object, LocalStates> ofKeys = new HashMap<>();

    /** By the last timestamp of their windows. */
    private final TreeMap<Long, Map<Object, LocalStates>> ofWindows = new TreeMap<>();

    @Override
    public KeyedStateStore ofWindow(Object key, Window window) {
        return ofWindows
                .computeIfAbsent(window.maxTimestamp(), end -> new HashMap<>())
                .computeIfAbsent(key, absent -> new LocalStates());
    }

    @Override
    public KeyedStateStore ofKey(Object key) {
        return ofKeys.computeIfAbsent(key, absent -> new LocalStates());
    }

    /** Forgets windows that have ended. */
    void expire(EventTime eventTime, long latenessMs) {
        while (!ofWindows.isEmpty() && eventTime.hasPassed(ofWindows.firstKey(), latenessMs)) {
            ofWindows.pollFirstEntry();
        }
    }
}
