package dev.millstream.engine.window.general;

import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.window.WindowStates;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All keys' windows. Keys are looked up only; timers say in which order windows are emitted. */
public final class WindowStore implements WindowStates {
    private final OperatorContext context;
    private final KeyAccess keys;
    private final KeyGroupRange range;
    private final Map<Object, KeyEntry> entries = new HashMap<>();

    public WindowStore(OperatorContext context, KeyAccess keys, KeyGroupRange range) {
        this.context = context;
        this.keys = keys;
        this.range = range;
    }

    KeyEntry entry(Object key, int hash) {
        KeyEntry entry = entries.get(key);
        if (entry == null) {
            try {
                range.indexOf(key, hash);
            } catch (IllegalStateException e) {
                throw context.permanentFailure("got a record that isn't its.", e);
            }
            Object kept = keys.kept(key);
            entry = new KeyEntry(kept);
            entries.put(kept, entry);
        }
        return entry;
    }

    /** Forgets a key that has nothing any more. */
    void release(KeyEntry entry) {
        if (entry.isEmpty()) {
            entries.remove(entry.key);
        }
    }

    @Override
    public KeyedStateStore ofWindow(Object key, Window window) {
        KeyEntry entry = entries.get(key);
        @Nullable WindowEntry found = entry == null ? null : entry.windows.get(window);
        if (found == null) {
            throw new IllegalStateException("The window has ended, and its state with it");
        }
        return found.functionStates();
    }

    @Override
    public KeyedStateStore ofKey(Object key) {
        return entries.computeIfAbsent(key, KeyEntry::new).states();
    }
}
