package dev.millstream.types.container;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What to do with comparators, which are code and don't become bytes. */
final class Orders {
    private Orders() {}

    static void requireNatural(@Nullable Comparator<?> comparator, Class<?> container) {
        if (comparator != null && !comparator.equals(Comparator.naturalOrder())) {
            throw new IllegalArgumentException(
                    "A "
                            + container.getName()
                            + " with a comparator can't be serialised or copied: declare it as"
                            + " List, Set or Map, which keeps its present order, or use the natural"
                            + " order of its elements");
        }
    }
}
