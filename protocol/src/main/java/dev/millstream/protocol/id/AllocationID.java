package dev.millstream.protocol.id;

import java.util.HexFormat;

/** Identity of one granting of a slot to one job. Chosen at random by the ResourceManager. */
public record AllocationID(long upper, long lower) implements Comparable<AllocationID> {
    @Override
    public int compareTo(AllocationID other) {
        int first = Long.compareUnsigned(upper, other.upper);
        return first != 0 ? first : Long.compareUnsigned(lower, other.lower);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(upper) + HexFormat.of().toHexDigits(lower);
    }
}
