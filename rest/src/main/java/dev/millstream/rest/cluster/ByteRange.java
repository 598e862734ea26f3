package dev.millstream.rest.cluster;

import dev.millstream.rest.route.RestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part that was asked for in the header {@code Range} (RFC 9110, section 14): one, of bytes.
 *
 * @param from first byte
 * @param to behind the last one; more than from
 */
record ByteRange(long from, long to) {
    private static final int NOT_SATISFIABLE = 416;
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads the header.
     *
     * @param sizeBytes of what there is
     * @throws RestException if it can't be read, or there is nothing of that part
     */
    static ByteRange parse(String header, long sizeBytes) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            throw RestException.badRequest(
                    "The header Range must name one part, as bytes=FIRST-LAST, bytes=FIRST- or"
                            + " bytes=-COUNT");
        }
        ByteRange range =
                one.group(1).isEmpty()
                        ? new ByteRange(
                                Math.max(0, sizeBytes - Long.parseLong(one.group(2))), sizeBytes)
                        : new ByteRange(Long.parseLong(one.group(1)), end(one.group(2), sizeBytes));
        if (range.from >= range.to) {
            throw new RestException(
                    NOT_SATISFIABLE, "There are " + sizeBytes + " bytes, and none of that part");
        }
        return range;
    }

    private static long end(String last, long sizeBytes) {
        return last.isEmpty() ? sizeBytes : Math.min(sizeBytes, Long.parseLong(last) + 1);
    }

    /** For the header {@code Content-Range}. */
    String of(long sizeBytes) {
        return "bytes " + from + "-" + (to - 1) + "/" + sizeBytes;
    }
}
