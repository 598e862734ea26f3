package dev.millstream.jobmanager.blob;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.lane.BlockingPool;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Where blobs are in the file system, and how they are read. Immutable, so thread-safe. */
public final class BlobFiles {
    /** The most that one call reads or writes. */
    static final int MAX_PIECE_BYTES = 1 << 20;

    private final FileStore files;
    private final BlockingPool pool;
    private final String directory;

    /**
     * @param directory for blobs alone; created when needed
     */
    public BlobFiles(Platform platform, String directory) {
        this.files = platform.files();
        this.pool = platform.blockingPool();
        this.directory = directory;
    }

    /**
     * Reads a piece; shorter than asked for at the end. Completed on a thread of the blocking pool.
     * Fails with a {@link BlobException} if there is no such blob.
     */
    public CompletableFuture<Bytes> read(BlobKey blob, long offset, int length) {
        if (length < 1 || length > MAX_PIECE_BYTES || offset < 0 || !isWellFormed(blob)) {
            return CompletableFuture.failedFuture(
                    new BlobException(
                            "Can't read "
                                    + length
                                    + " bytes at "
                                    + offset
                                    + " of blob "
                                    + blob.sha256()));
        }
        return pool.submit("read blob", () -> readNow(blob, offset, length));
    }

    private Bytes readNow(BlobKey blob, long offset, int length) throws IOException {
        if (files.status(path(blob)).isEmpty()) {
            throw new BlobException("There is no blob " + blob.sha256() + "; upload it first");
        }
        try (ReadableFile file = files.open(path(blob))) {
            byte[] piece = new byte[(int) Math.max(0, Math.min(length, file.sizeBytes() - offset))];
            int filled = 0;
            while (filled < piece.length) {
                int count = file.read(offset + filled, piece, filled, piece.length - filled);
                if (count < 0) {
                    throw new BlobException("Blob " + blob.sha256() + " has become shorter");
                }
                filled += count;
            }
            return Bytes.owning(piece);
        }
    }

    FileStore files() {
        return files;
    }

    BlockingPool pool() {
        return pool;
    }

    String directory() {
        return directory;
    }

    /** Names nothing but a hash, so that it leads to no other folder. */
    String path(BlobKey blob) {
        return directory + "/" + blob.sha256() + ".jar";
    }

    static boolean isWellFormed(BlobKey blob) {
        return blob.sha256().length() == 64
                && blob.sha256().chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)
                && blob.sizeBytes() >= 0;
    }
}
