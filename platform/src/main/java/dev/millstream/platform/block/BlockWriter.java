package dev.millstream.platform.block;

import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.util.Objects;

/**
 * Writes a file of checked blocks. Without {@link #finish} the file counts as truncated. For one
 * thread at a time.
 */
public final class BlockWriter implements AutoCloseable {
    private final WritableFile file;
    private final byte[] prefix = new byte[BlockFormat.TRAILER_SIZE];
    private long blocks;
    private boolean finished;

    /** Takes over a file to which nothing has been written. */
    public BlockWriter(WritableFile file) throws IOException {
        this.file = file;
        if (file.position() != 0) {
            throw new IllegalArgumentException("A block file begins at byte 0");
        }
        file.write(BlockFormat.header(), 0, BlockFormat.HEADER_SIZE);
    }

    /**
     * Appends a block, which may be empty.
     *
     * @return where it begins, for {@link BlockReader#seek}
     */
    public long write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        requireUnfinished();
        long start = file.position();
        BlockFormat.putInt(prefix, 0, length);
        BlockFormat.putInt(prefix, 4, BlockFormat.checksum(start, length, source, offset, length));
        file.write(prefix, 0, BlockFormat.PREFIX_SIZE);
        file.write(source, offset, length);
        blocks++;
        return start;
    }

    /** Where the next block begins. */
    public long position() {
        return file.position();
    }

    /** Completes the file. Syncs it when it shall survive a crash of the machine. */
    public void finish(boolean sync) throws IOException {
        requireUnfinished();
        finished = true;
        BlockFormat.putLong(prefix, 8, blocks);
        BlockFormat.putInt(prefix, 0, BlockFormat.TRAILER_MARK);
        int checksum =
                BlockFormat.checksum(file.position(), BlockFormat.TRAILER_MARK, prefix, 8, 8);
        BlockFormat.putInt(prefix, 4, checksum);
        file.write(prefix, 0, BlockFormat.TRAILER_SIZE);
        if (sync) {
            file.sync();
        }
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("The block file is complete");
        }
    }

    /** Closes the file, complete or not. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
