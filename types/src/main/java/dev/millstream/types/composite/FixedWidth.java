package dev.millstream.types.composite;

import dev.millstream.types.model.Property;
import java.util.List;

/**
 * Neighbouring properties of fixed width, whose bytes are claimed at once: a single check of bounds
 * for all, and a single change of the position. The format is the same as without.
 *
 * @param first index of the first property
 * @param end behind the last
 * @param bytes of all together
 */
record FixedWidth(int first, int end, int bytes) {
    /** From a property on, as many as there are: none, if it is of another kind itself. */
    static FixedWidth from(int first, List<Property> properties) {
        int end = first;
        int bytes = 0;
        while (end < properties.size() && width(properties.get(end)) > 0) {
            bytes += width(properties.get(end));
            end++;
        }
        return new FixedWidth(first, end, bytes);
    }

    /** Whether there is something to gain. */
    boolean isWorthwhile() {
        return end - first > 1;
    }

    /** In bytes; 0 if it varies, or if not every value of the bytes is one of the property. */
    static int width(Property property) {
        return property.isPrimitive() && property.erased() != boolean.class
                ? widthOf(property.erased())
                : 0;
    }

    private static int widthOf(Class<?> primitive) {
        if (primitive == long.class || primitive == double.class) {
            return Long.BYTES;
        }
        if (primitive == int.class || primitive == float.class) {
            return Integer.BYTES;
        }
        return primitive == byte.class ? Byte.BYTES : Short.BYTES;
    }
}
