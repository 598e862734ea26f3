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
        boolean[] primitive = new boolean[properties.size()];
        for (int i = 0; i < primitive.length; i++) {
            primitive[i] = properties.get(i).isPrimitive();
        }
        return of(primitive);
    }

    /** Of fields that are primitive or not, in order. */
    static NullBits of(boolean[] primitive) {
        int[] bitOf = new int[primitive.length];
        int next = 0;
        for (int i = 0; i < bitOf.length; i++) {
            bitOf[i] = primitive[i] ? -1 : next++;
        }
        // A class without fields takes a byte as well.
        int bytes = primitive.length == 0 ? 1 : (next + 7) / 8;
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
