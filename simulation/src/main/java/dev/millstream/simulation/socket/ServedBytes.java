package dev.millstream.simulation.socket;

/**
 * What a server sends over one connection.
 *
 * @param bytes all of them; not changed from here on
 * @param then what it does after the last one
 */
@SuppressWarnings("ArrayRecordComponent") // planned once and only read; never compared
public record ServedBytes(byte[] bytes, Then then) {
    /** How a connection ends. */
    public enum Then {
        /** The server closes it. */
        CLOSE,
        /** It breaks. */
        BREAK,
        /** It stays open, and nothing comes any more. */
        FALL_SILENT
    }
}
