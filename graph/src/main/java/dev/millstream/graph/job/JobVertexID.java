package dev.millstream.graph.job;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * Identity of a vertex of a JobGraph, which is the id of the first operator in its chain. Written
 * as 32 hexadecimal digits.
 */
public record JobVertexID(long upper, long lower) implements Serializable, Comparable<JobVertexID> {
    @Override
    public int compareTo(JobVertexID other) {
        int first = Long.compareUnsigned(upper, other.upper);
        return first != 0 ? first : Long.compareUnsigned(lower, other.lower);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(upper) + HexFormat.of().toHexDigits(lower);
    }
}
