package dev.millstream.api.connector.source.lib.socket;

import java.io.IOException;

/** A connection didn't come about; as opposed to one that broke. */
final class NoConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    NoConnectionException(IOException cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}
