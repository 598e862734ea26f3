package dev.millstream.taskmanager.classes;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.WritableFile;
import dev.millstream.platform.lane.BlockingPool;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Copies one jar into a file, piece by piece, and checks its hash. Its steps run one after the
 * other in the blocking pool.
 */
final class BlobFetch {
    static final int PIECE_BYTES = 1 << 20;

    private final BlobKey blob;
    private final BlobSource source;
    private final FileStore files;
    private final BlockingPool pool;
    private final String path;
    private final MessageDigest digest = sha256();

    /**
     * @param path where it is to be; its folder exists
     */
    BlobFetch(BlobKey blob, BlobSource source, FileStore files, BlockingPool pool, String path) {
        this.blob = blob;
        this.source = source;
        this.files = files;
        this.pool = pool;
        this.path = path;
    }

    /** Completed with the path when the file is there and right; after a failure none is left. */
    CompletableFuture<String> start() {
        return pool.submit("create blob", () -> files.create(partPath()))
                .thenCompose(file ->
                        // A source may throw, too, which has to end like any other failure.
                        CompletableFuture.completedFuture(0L)
                                .thenCompose(start -> copyFrom(start, file))
                                .thenApply(_ -> Optional.<Throwable>empty())
                                .exceptionally(Optional::of)
                                .thenCompose(failure -> finish(file, failure)));
    }

    private CompletableFuture<Void> copyFrom(long offset, WritableFile file) {
        if (offset >= blob.sizeBytes()) {
            return CompletableFuture.completedFuture(null);
        }
        int length = (int) Math.min(PIECE_BYTES, blob.sizeBytes() - offset);
        return source.read(blob, offset, length)
                .thenCompose(piece -> pool.submit("write blob", () -> write(piece, length, file)))
                .thenCompose(_ -> copyFrom(offset + length, file));
    }

    private Void write(Bytes piece, int length, WritableFile file) throws IOException {
        if (piece.length() != length) {
            throw new IOException(
                    "The JobManager sent "
                            + piece.length()
                            + " bytes of jar "
                            + blob.sha256()
                            + " instead of "
                            + length);
        }
        file.write(piece.array(), 0, length);
        digest.update(piece.array(), 0, length);
        return null;
    }

    private CompletableFuture<String> finish(WritableFile file, Optional<Throwable> failure) {
        return pool.submit(
                "finish blob",
                () -> {
                    try {
                        file.close();
                        if (failure.isPresent()) {
                            throw new IOException(
                                    "Jar " + blob.sha256() + " could not be fetched",
                                    failure.get());
                        }
                        checkHash();
                        files.rename(partPath(), path);
                        return path;
                    } catch (IOException e) {
                        files.delete(partPath());
                        throw e;
                    }
                });
    }

    private void checkHash() throws IOException {
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(blob.sha256())) {
            throw new IOException(
                    "Jar "
                            + blob.sha256()
                            + " arrived with hash "
                            + actual
                            + ": it was damaged on the way");
        }
    }

    private String partPath() {
        return path + ".part";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
