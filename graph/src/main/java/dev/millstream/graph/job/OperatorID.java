package dev.millstream.graph.job;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * Identity of an operator, stable across runs of a program whose structure around it is unchanged.
 * Written as 32 hexadecimal digits.
 */
public record OperatorID(long upper, long lower) implements Serializable, Comparable<OperatorID> {
    @Override
    public int compareTo(OperatorID other) {
        int first = Long.compareUnsigned(upper, other.upper);
        return first != 0 ? first : Long.compareUnsigned(lower, other.lower);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(upper) + HexFormat.of().toHexDigits(lower);
    }
}
