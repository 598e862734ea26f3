package dev.millstream.engine.exchange.spill;

import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.platform.block.BlockReader;
import dev.millstream.platform.block.CorruptBlockException;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one subpartition's batches, front to back. Blocks; for one thread at a time. */
public final class SpilledReader implements AutoCloseable {
    private final FileStore files;
    private final String path;
    private final long[] blocks;
    private @Nullable BlockReader open;
    private int next;

    SpilledReader(FileStore files, String path, long[] blocks) {
        this.files = files;
        this.path = path;
        this.blocks = blocks;
    }

    /** Whether there is another batch. */
    public boolean hasMore() {
        return next < blocks.length;
    }

    /**
     * Reads the next batch.
     *
     * @throws PartitionFailedException if the file can't be read, or isn't as it was written
     */
    public EncodedBatch read() {
        try {
            BlockReader reader = opened();
            reader.seek(blocks[next]);
            if (!reader.next()) {
                throw new PartitionFailedException(
                        Reason.DAMAGED, "Spilled partition " + path + " ends too early");
            }
            next++;
            int prefix = EncodedBatch.PREFIX_BYTES;
            byte[] array = new byte[prefix + reader.length()];
            System.arraycopy(reader.content(), 0, array, prefix, reader.length());
            return new EncodedBatch(array, array.length, !hasMore());
        } catch (CorruptBlockException e) {
            throw new PartitionFailedException(
                    Reason.DAMAGED, "A spilled partition is damaged. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PartitionFailedException(
                    Reason.FILE, "Spilled partition " + path + " can't be read: " + e, e);
        }
    }

    private BlockReader opened() throws IOException {
        BlockReader reader = open;
        if (reader == null) {
            reader = new BlockReader(files.open(path), path);
            open = reader;
        }
        return reader;
    }

    /** Closes the file if it was opened. Idempotent. */
    @Override
    public void close() throws IOException {
        BlockReader reader = open;
        open = null;
        next = blocks.length;
        if (reader != null) {
            reader.close();
        }
    }
}
