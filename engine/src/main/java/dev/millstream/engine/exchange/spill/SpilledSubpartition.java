package dev.millstream.engine.exchange.spill;

import dev.millstream.platform.file.FileStore;

/**
 * One consumer's share of a blocking partition: certain blocks of its file, in order. Can be read
 * several times.
 */
public final class SpilledSubpartition {
    private final FileStore files;
    private final String path;
    private final long[] blocks;

    SpilledSubpartition(FileStore files, String path, long[] blocks) {
        this.files = files;
        this.path = path;
        this.blocks = blocks;
    }

    /** A reader that starts at the beginning; it opens the file when it reads first. */
    public SpilledReader reader() {
        return new SpilledReader(files, path, blocks);
    }
}
