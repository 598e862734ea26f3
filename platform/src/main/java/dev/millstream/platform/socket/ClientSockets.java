package dev.millstream.platform.socket;

/** Makes sockets. Thread-safe. */
@FunctionalInterface
public interface ClientSockets {
    /** A socket that isn't connected yet. Doesn't block. Who gets it closes it. */
    ClientSocket open();
}
