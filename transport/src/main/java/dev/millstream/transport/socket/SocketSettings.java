package dev.millstream.transport.socket;

/**
 * How sockets are driven and set.
 *
 * @param threads event loops
 * @param userTimeoutMs how long the other machine may take to acknowledge what was sent
 */
public record SocketSettings(SocketType type, int threads, int userTimeoutMs) {}
