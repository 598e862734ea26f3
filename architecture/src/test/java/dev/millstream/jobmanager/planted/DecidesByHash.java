package dev.millstream.jobmanager.planted;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

public final class DecidesByHash {
    private final Map<String, String> order = new HashMap<>();

    public Set<String> set() {
        return Set.of("a", "b");
    }

    public int size() {
        return order.size() + Runtime.getRuntime().availableProcessors();
    }
}
