package dev.millstream.types.composite;

import dev.millstream.types.model.Property;
import java.util.List;

/** Which bit, of which of the leading bytes, says that a property is null. */
final class NullBits {
    private final int[] bitOf;
    private final int bytes;

    private NullBits(int[] bitOf, int bytes) {
        this.bitOf = bitOf;
        this.bytes = bytes;
    }

    static NullBits of(List<Property> properties) {
        int[] bitOf = new int[properties.size()];
        int next = 0;
        for (int i = 0; i < bitOf.length; i++) {
            bitOf[i] = properties.get(i).isPrimitive() ? -1 : next++;
        }
        // A class without fields takes a byte as well.
        int bytes = properties.isEmpty() ? 1 : (next + 7) / 8;
        return new NullBits(bitOf, bytes);
    }

    int bytes() {
        return bytes;
    }

    /** Whether a property is written without a bit. */
    boolean isPrimitive(int property) {
        return bitOf[property] < 0;
    }

    int byteOf(int property) {
        return bitOf[property] / 8;
    }

    int maskOf(int property) {
        return 1 << (bitOf[property] % 8);
    }

    boolean isIn(int property, int byteIndex) {
        return bitOf[property] >= 0 && byteOf(property) == byteIndex;
    }
}
