package dev.millstream.types.container;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a map is read as. */
public enum MapKind {
    HASH_MAP(HashMap.class),
    LINKED_HASH_MAP(LinkedHashMap.class),
    TREE_MAP(TreeMap.class),
    CONCURRENT_HASH_MAP(ConcurrentHashMap.class);

    private final Class<?> type;

    MapKind(Class<?> type) {
        this.type = type;
    }

    /** The concrete class. */
    public Class<?> type() {
        return type;
    }

    /** For a declared type; null if it is no map with a kind of its own. */
    public static @Nullable MapKind ofDeclared(Class<?> type) {
        return switch (type.getName()) {
            case "java.util.HashMap" -> HASH_MAP;
            case "java.util.Map", "java.util.SequencedMap", "java.util.LinkedHashMap" ->
                    LINKED_HASH_MAP;
            case "java.util.SortedMap", "java.util.NavigableMap", "java.util.TreeMap" -> TREE_MAP;
            case "java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap" ->
                    CONCURRENT_HASH_MAP;
            default -> null;
        };
    }

    Map<@Nullable Object, @Nullable Object> create(int size) {
        return switch (this) {
            case HASH_MAP -> HashMap.newHashMap(size);
            case LINKED_HASH_MAP -> LinkedHashMap.newLinkedHashMap(size);
            case TREE_MAP -> new TreeMap<>();
            case CONCURRENT_HASH_MAP -> new ConcurrentHashMap<>(size);
        };
    }

    /** Refuses an order that wouldn't survive. */
    void check(Map<?, ?> value) {
        if (this == TREE_MAP && value instanceof SortedMap<?, ?> sorted) {
            Orders.requireNatural(sorted.comparator(), value.getClass());
        }
    }
}
