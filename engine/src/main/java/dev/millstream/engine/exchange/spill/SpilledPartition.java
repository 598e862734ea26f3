package dev.millstream.engine.exchange.spill;

import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A complete blocking partition in its file. Thread-safe. */
public final class SpilledPartition {
    private final FileStore files;
    private final String path;
    private final List<long[]> blocks;
    private final Tally tally;
    private final AtomicBoolean deleted = new AtomicBoolean();

    SpilledPartition(FileStore files, String path, List<long[]> blocks, Tally tally) {
        this.files = files;
        this.path = path;
        this.blocks = List.copyOf(blocks);
        this.tally = tally;
    }

    public SpilledSubpartition subpartition(int index) {
        return new SpilledSubpartition(files, path, blocks.get(index));
    }

    public String path() {
        return path;
    }

    /** Deletes the file. Blocks. A second call has no effect. */
    public void delete() throws IOException {
        if (!deleted.getAndSet(true)) {
            tally.add(Tally.Kind.FILES, -1);
            files.delete(path);
        }
    }
}
