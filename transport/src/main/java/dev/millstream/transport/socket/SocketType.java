package dev.millstream.transport.socket;

/** How sockets are driven. */
public enum SocketType {
    /** The best that the machine has. */
    AUTO,
    /** The kernel's own interface, on Linux. */
    EPOLL,
    /** The JDK's. */
    NIO
}
