package dev.millstream.transport.socket;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;

/** A kind of sockets. Only the one that is used has its classes loaded. */
interface SocketKind {
    /** How long a silent connection is left alone before the other machine is asked for a sign. */
    int PROBE_AFTER_S = 5;

    int PROBE_INTERVAL_S = 2;
    int PROBES = 3;

    IoHandlerFactory ioHandlers();

    ServerChannel newServer();

    Channel newClient();

    /** Makes the kernel notice soon that the other machine is gone. */
    void setProbes(Channel channel, int userTimeoutMs);

    /**
     * The kind of a type.
     *
     * @throws IllegalArgumentException if the machine does not have it
     */
    static SocketKind of(SocketType type) {
        return switch (type) {
            case AUTO -> Epoll.isAvailable() ? new EpollSockets() : new NioSockets();
            case NIO -> new NioSockets();
            case EPOLL -> {
                if (!Epoll.isAvailable()) {
                    throw new IllegalArgumentException(
                            "transport.type is EPOLL, which this machine does not have ("
                                    + Epoll.unavailabilityCause()
                                    + "); set it to AUTO");
                }
                yield new EpollSockets();
            }
        };
    }
}
