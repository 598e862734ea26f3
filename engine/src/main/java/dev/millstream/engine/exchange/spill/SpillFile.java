package dev.millstream.engine.exchange.spill;

import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.platform.block.BlockWriter;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a blocking partition while it is written: a block for each batch, whose places are
 * remembered by subpartition. It needn't survive its process, so it is never synced. Owned by the
 * producing task's thread; blocks.
 */
public final class SpillFile {
    private final FileStore files;
    private final String path;
    private final Tally tally;
    private final long[][] blocks;
    private final int[] counts;
    private @Nullable BlockWriter writer;
    private boolean created;

    /**
     * @param path of the file, which is made with the first batch
     */
    public SpillFile(FileStore files, String path, int subpartitions, Tally tally) {
        this.files = files;
        this.path = path;
        this.tally = tally;
        this.blocks = new long[subpartitions][8];
        this.counts = new int[subpartitions];
    }

    /** Appends a batch of a subpartition. */
    public void write(int subpartition, EncodedBatch batch) {
        try {
            int prefix = EncodedBatch.PREFIX_BYTES;
            long at = opened().write(batch.array(), prefix, batch.end() - prefix);
            int count = counts[subpartition];
            if (count == blocks[subpartition].length) {
                blocks[subpartition] = Arrays.copyOf(blocks[subpartition], 2 * count);
            }
            blocks[subpartition][count] = at;
            counts[subpartition] = count + 1;
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    private BlockWriter opened() throws IOException {
        BlockWriter current = writer;
        if (current == null) {
            WritableFile file = files.create(path);
            created = true;
            tally.add(Tally.Kind.FILES, 1);
            current = new BlockWriter(file);
            writer = current;
        }
        return current;
    }

    /** Completes the file. */
    public SpilledPartition finish() {
        try {
            BlockWriter current = opened();
            current.finish(false);
            current.close();
            writer = null;
        } catch (IOException e) {
            throw failed("completed", e);
        }
        List<long[]> trimmed = new ArrayList<>();
        for (int i = 0; i < blocks.length; i++) {
            trimmed.add(Arrays.copyOf(blocks[i], counts[i]));
        }
        created = false;
        return new SpilledPartition(files, path, trimmed, tally);
    }

    /** Deletes what was written, unless it was completed. Idempotent. */
    public void abandon() throws IOException {
        if (!created) {
            return;
        }
        created = false;
        tally.add(Tally.Kind.FILES, -1);
        BlockWriter current = writer;
        writer = null;
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            files.delete(path);
        }
    }

    private PartitionFailedException failed(String done, IOException cause) {
        return new PartitionFailedException(
                Reason.FILE,
                "Blocking partition " + path + " could not be " + done + ": " + cause,
                cause);
    }
}
