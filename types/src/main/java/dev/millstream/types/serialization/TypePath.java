package dev.millstream.types.serialization;

import org.jspecify.annotations.Nullable;

/** Where in a value something is, such as {@code Order.items[].price}. */
record TypePath(@Nullable TypePath parent, String step) {
    static TypePath of(Class<?> root) {
        return new TypePath(null, root.getSimpleName());
    }

    TypePath field(String name) {
        return new TypePath(this, "." + name);
    }

    TypePath element() {
        return new TypePath(this, "[]");
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + step;
    }
}
