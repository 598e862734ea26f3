package dev.millstream.platform.link;

/** An open port. */
public interface Listening {
    /** Where: with the port that was chosen. */
    Address address();

    /** Stops accepting; accepted links stay. Idempotent. */
    void close();
}
