package dev.millstream.simulation.socket;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.socket.ClientSocket;
import dev.millstream.simulation.scheduler.Scheduler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** A connection to one of the world's servers: bytes come in pieces and after delays. */
public final class SimulatedClientSocket implements ClientSocket {
    private static final long MAX_DELAY_NS = 5_000_000;

    private final Scheduler scheduler;
    private final Servers servers;
    private @Nullable ServedBytes served;
    private int next;
    private boolean closed;

    public SimulatedClientSocket(Scheduler scheduler, Servers servers) {
        this.scheduler = scheduler;
        this.servers = servers;
    }

    @Override
    public void connect(Address server, int timeoutMs) throws IOException {
        take("connect to " + server);
        served =
                servers.accept(server)
                        .orElseThrow(() -> new ConnectException("Connection refused"));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ServedBytes answer = served;
        if (answer == null) {
            throw new SocketException("Socket is not connected");
        }
        take("read from a server");
        int left = answer.bytes().length - next;
        if (left == 0) {
            return atEnd(answer);
        }
        int count = scheduler.random().between(1, Math.min(left, length));
        System.arraycopy(answer.bytes(), next, target, offset, count);
        next += count;
        return count;
    }

    private int atEnd(ServedBytes answer) throws IOException {
        return switch (answer.then()) {
            case CLOSE -> -1;
            case BREAK -> throw new SocketException("Connection reset");
            case FALL_SILENT -> {
                while (true) {
                    take("wait for a server");
                }
            }
        };
    }

    private void take(String what) throws SocketException {
        scheduler.block(scheduler.random().between(0L, MAX_DELAY_NS), what);
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
