package dev.millstream.types.container;

import dev.millstream.types.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a collection is read as. */
public enum CollectionKind {
    ARRAY_LIST(Schema.Kind.LIST, ArrayList.class),
    LINKED_LIST(Schema.Kind.LIST, LinkedList.class),
    HASH_SET(Schema.Kind.SET, HashSet.class),
    LINKED_HASH_SET(Schema.Kind.SET, LinkedHashSet.class),
    TREE_SET(Schema.Kind.SET, TreeSet.class),
    ARRAY_DEQUE(Schema.Kind.QUEUE, ArrayDeque.class),
    PRIORITY_QUEUE(Schema.Kind.QUEUE, PriorityQueue.class);

    private final Schema.Kind schemaKind;
    private final Class<?> type;

    CollectionKind(Schema.Kind schemaKind, Class<?> type) {
        this.schemaKind = schemaKind;
        this.type = type;
    }

    Schema.Kind schemaKind() {
        return schemaKind;
    }

    /** The concrete class. */
    public Class<?> type() {
        return type;
    }

    /** For a declared type; null if it is no collection with a kind of its own. */
    public static @Nullable CollectionKind ofDeclared(Class<?> type) {
        return switch (type.getName()) {
            case "java.util.List", "java.util.ArrayList" -> ARRAY_LIST;
            case "java.util.LinkedList" -> LINKED_LIST;
            case "java.util.HashSet" -> HASH_SET;
            case "java.util.Set", "java.util.SequencedSet", "java.util.LinkedHashSet" ->
                    LINKED_HASH_SET;
            case "java.util.SortedSet", "java.util.NavigableSet", "java.util.TreeSet" -> TREE_SET;
            case "java.util.Deque", "java.util.ArrayDeque" -> ARRAY_DEQUE;
            case "java.util.PriorityQueue" -> PRIORITY_QUEUE;
            default -> null;
        };
    }

    // JdkObsolete: a LinkedList is what was written.
    @SuppressWarnings("JdkObsolete")
    Collection<@Nullable Object> create(int size, boolean hasNulls) {
        return switch (this) {
            case ARRAY_LIST -> new ArrayList<>(size);
            case LINKED_LIST -> new LinkedList<>();
            case HASH_SET -> HashSet.newHashSet(size);
            case LINKED_HASH_SET -> LinkedHashSet.newLinkedHashSet(size);
            case TREE_SET -> new TreeSet<>();
            // Only a LinkedList is a deque that takes nulls.
            case ARRAY_DEQUE -> hasNulls ? new LinkedList<>() : new ArrayDeque<>(size);
            case PRIORITY_QUEUE -> new PriorityQueue<>(Math.max(1, size));
        };
    }

    /** Refuses an order that wouldn't survive. */
    void check(Collection<?> value) {
        Comparator<?> comparator =
                switch (this) {
                    case TREE_SET ->
                            value instanceof SortedSet<?> sorted ? sorted.comparator() : null;
                    case PRIORITY_QUEUE ->
                            value instanceof PriorityQueue<?> queue ? queue.comparator() : null;
                    case ARRAY_LIST, LINKED_LIST, HASH_SET, LINKED_HASH_SET, ARRAY_DEQUE -> null;
                };
        Orders.requireNatural(comparator, value.getClass());
    }
}
