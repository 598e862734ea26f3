package dev.millstream.client.jar;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.Platform;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A Dispatcher that is called itself, which takes jars in pieces. Thread-safe. */
public final class DispatcherJars implements JarTarget {
    private static final int PIECE_BYTES = 1 << 20;

    private final Platform platform;
    private final DispatcherGateway dispatcher;

    public DispatcherJars(Platform platform, DispatcherGateway dispatcher) {
        this.platform = platform;
        this.dispatcher = dispatcher;
    }

    @Override
    public CompletableFuture<Boolean> has(BlobKey jar) {
        return dispatcher.hasBlob(jar);
    }

    @Override
    public CompletableFuture<Void> put(BlobKey jar, String path) {
        return write(jar, path, 0);
    }

    private CompletableFuture<Void> write(BlobKey jar, String path, long offset) {
        int length = (int) Math.min(PIECE_BYTES, jar.sizeBytes() - offset);
        return platform.blockingPool()
                .submit("read jar", () -> read(path, offset, length))
                .thenCompose(piece -> dispatcher.writeBlob(jar, offset, Bytes.owning(piece)))
                .thenCompose(_ ->
                        offset + length < jar.sizeBytes()
                                ? write(jar, path, offset + length)
                                : CompletableFuture.completedFuture(null));
    }

    private byte[] read(String path, long offset, int length) throws IOException {
        byte[] piece = new byte[length];
        try (ReadableFile file = platform.files().open(path)) {
            int filled = 0;
            while (filled < length) {
                int read = file.read(offset + filled, piece, filled, length - filled);
                if (read < 0) {
                    throw new EOFException("The jar " + path + " has become shorter");
                }
                filled += read;
            }
        }
        return piece;
    }
}
