package dev.millstream.engine.window;

import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.streaming.api.windowing.windows.Window;

/** State that window functions keep. */
public interface WindowStates {
    /** Of a key and window. */
    KeyedStateStore ofWindow(Object key, Window window);

    /** Of a key. */
    KeyedStateStore ofKey(Object key);
}
