package dev.millstream.protocol.rest;

/** Names in requests of our own client, which bear records instead of JSON. */
public final class RestProtocol {
    /** Rises whenever a record that such a body may hold changes. */
    public static final int VERSION = 1;

    /** Header in which the client says its version; the server refuses any but its own. */
    public static final String VERSION_HEADER = "Millstream-Protocol";

    public static final String RECORD_TYPE = "application/x-millstream";

    /** Before the paths of all routes; those that others have may be asked for without it, too. */
    public static final String PREFIX = "/v1";

    /** The longest that a long poll waits. */
    public static final int MAX_WAIT_MS = 30_000;

    private RestProtocol() {}
}
