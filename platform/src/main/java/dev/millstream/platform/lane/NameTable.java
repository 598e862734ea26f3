package dev.millstream.platform.lane;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Names of one process and what they stand for. Thread-safe: any thread looks names up, and of
 * several that claim a name one gets it.
 */
public final class NameTable<T> {
    private final ConcurrentSkipListMap<String, T> byName = new ConcurrentSkipListMap<>();

    /**
     * Gives a name a meaning.
     *
     * @return whether it was free
     */
    public boolean claim(String name, T meaning) {
        return byName.putIfAbsent(name, meaning) == null;
    }

    public Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Frees a name, if this is still its meaning. */
    public void release(String name, T meaning) {
        byName.remove(name, meaning);
    }
}
