package dev.millstream.api.common;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * Identity of a job: 128 bits, written as 32 hexadecimal digits.
 *
 * @param upper the first 16 digits
 * @param lower the last 16 digits
 */
public record JobID(long upper, long lower) implements Serializable, Comparable<JobID> {
    /**
     * Reads what {@link #toHexString} has written.
     *
     * @param hex 32 hexadecimal digits
     * @throws IllegalArgumentException if it is anything else
     */
    public static JobID fromHexString(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException(
                    "A job id has 32 hexadecimal digits, but '"
                            + hex
                            + "' has "
                            + hex.length()
                            + " characters");
        }
        return new JobID(
                HexFormat.fromHexDigitsToLong(hex, 0, 16),
                HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    public String toHexString() {
        return HexFormat.of().toHexDigits(upper) + HexFormat.of().toHexDigits(lower);
    }

    @Override
    public int compareTo(JobID other) {
        int first = Long.compareUnsigned(upper, other.upper);
        return first != 0 ? first : Long.compareUnsigned(lower, other.lower);
    }

    @Override
    public String toString() {
        return toHexString();
    }
}
