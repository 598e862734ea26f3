package dev.millstream.api.connector.source.lib.socket;

import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.socket.ClientSocket;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Reads one piece at a time in the blocking pool, so that the task's thread never waits on the
 * socket, and no more than one piece is held. Belongs to the task's thread.
 */
final class Connection {
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final int PIECE_BYTES = 16 << 10;

    private final Address server;
    private final BlockingPool pool;
    private final ClientSocket socket;
    private CompletableFuture<byte[]> piece;

    private Connection(Address server, BlockingPool pool, ClientSocket socket) {
        this.server = server;
        this.pool = pool;
        this.socket = socket;
        this.piece =
                pool.submit(
                        "connect to " + server,
                        () -> {
                            connect(socket, server);
                            return read(socket);
                        });
    }

    /** Begins to connect and to read. */
    static Connection open(Address server, Platform platform) {
        return new Connection(server, platform.blockingPool(), platform.clientSockets().open());
    }

    private static void connect(ClientSocket socket, Address server) throws NoConnectionException {
        try {
            socket.connect(server, CONNECT_TIMEOUT_MS);
        } catch (IOException e) {
            throw new NoConnectionException(e);
        }
    }

    private static byte[] read(ClientSocket socket) throws IOException {
        byte[] buffer = new byte[PIECE_BYTES];
        int count = socket.read(buffer, 0, buffer.length);
        return Arrays.copyOf(buffer, Math.max(0, count));
    }

    /**
     * The piece that is being read: no bytes at the end of the stream. Fails with a {@link
     * NoConnectionException} if there never was a connection, with another one if it broke.
     */
    CompletableFuture<byte[]> piece() {
        return piece;
    }

    /** The piece was taken: begins to read the next. */
    void readOn() {
        piece = pool.submit("read from " + server, () -> read(socket));
    }

    /** Ends it; what is being read fails at once. */
    void close() {
        socket.close();
    }
}
