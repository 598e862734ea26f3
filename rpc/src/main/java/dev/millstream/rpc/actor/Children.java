package dev.millstream.rpc.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The children of one endpoint, in the order of their start. Touched on its lane only. */
final class Children {
    private final Map<String, Cell> byName = new LinkedHashMap<>();

    void add(Cell child) {
        byName.put(child.name(), child);
    }

    void remove(Cell child) {
        byName.remove(child.name(), child);
    }

    /** Stops all; complete when they have ended. */
    CompletableFuture<Void> stopAll() {
        List<CompletableFuture<Void>> ends = byName.values().stream().map(Cell::stop).toList();
        return CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    }
}
