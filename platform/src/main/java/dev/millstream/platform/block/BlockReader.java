package dev.millstream.platform.block;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;

/**
 * Reads a file that a {@link BlockWriter} has completed. Whatever differs from what was written
 * ends in a {@link CorruptBlockException}, at the latest when the end is reached. For one thread at
 * a time.
 */
public final class BlockReader implements AutoCloseable {
    private final ReadableFile file;
    private final String name;
    private final long size;
    private final byte[] prefix = new byte[BlockFormat.TRAILER_SIZE];
    private byte[] content = new byte[0];
    private int length;
    private long position;
    // How many blocks were read since the first; -1 once a seek has broken the count.
    private long blocksRead;

    /**
     * Takes over a file.
     *
     * @param name of the file, for errors
     */
    public BlockReader(ReadableFile file, String name) throws IOException {
        this.file = file;
        this.name = name;
        this.size = file.sizeBytes();
        readHeader();
    }

    private void readHeader() throws IOException {
        readFully(0, prefix, BlockFormat.HEADER_SIZE);
        byte[] expected = BlockFormat.header();
        for (int i = 0; i < BlockFormat.VERSION_INDEX; i++) {
            if (prefix[i] != expected[i]) {
                throw new CorruptBlockException(name, i, "it does not begin like a block file");
            }
        }
        if (prefix[BlockFormat.VERSION_INDEX] != expected[BlockFormat.VERSION_INDEX]) {
            throw new CorruptBlockException(
                    name,
                    BlockFormat.VERSION_INDEX,
                    "its format has version "
                            + prefix[BlockFormat.VERSION_INDEX]
                            + ", this program knows version 1");
        }
        position = BlockFormat.HEADER_SIZE;
    }

    /**
     * Reads the next block; it is in {@link #content} then.
     *
     * @return false at the end of the file
     */
    public boolean next() throws IOException {
        readFully(position, prefix, BlockFormat.PREFIX_SIZE);
        int announced = BlockFormat.getInt(prefix, 0);
        if (announced == BlockFormat.TRAILER_MARK) {
            readTrailer();
            return false;
        }
        long left = size - position - BlockFormat.PREFIX_SIZE - BlockFormat.TRAILER_SIZE;
        if (announced < 0 || announced > left) {
            throw new CorruptBlockException(
                    name,
                    position,
                    "a block of " + announced + " bytes is announced, with " + left + " left");
        }
        if (announced > content.length) {
            content = new byte[announced];
        }
        length = announced;
        readFully(position + BlockFormat.PREFIX_SIZE, content, announced);
        int checksum = BlockFormat.checksum(position, announced, content, 0, announced);
        if (checksum != BlockFormat.getInt(prefix, 4)) {
            throw new CorruptBlockException(name, position, "a block's checksum does not match");
        }
        position += BlockFormat.PREFIX_SIZE + announced;
        if (blocksRead >= 0) {
            blocksRead++;
        }
        return true;
    }

    private void readTrailer() throws IOException {
        readFully(position, prefix, BlockFormat.TRAILER_SIZE);
        int checksum = BlockFormat.checksum(position, BlockFormat.TRAILER_MARK, prefix, 8, 8);
        if (checksum != BlockFormat.getInt(prefix, 4)) {
            throw new CorruptBlockException(name, position, "the trailer's checksum is wrong");
        }
        long written = BlockFormat.getLong(prefix, 8);
        if (blocksRead >= 0 && blocksRead != written) {
            throw new CorruptBlockException(
                    name, position, written + " blocks were written, " + blocksRead + " are here");
        }
        if (position + BlockFormat.TRAILER_SIZE != size) {
            throw new CorruptBlockException(
                    name, position + BlockFormat.TRAILER_SIZE, "something follows its end");
        }
    }

    /** The block's bytes, from 0 to {@link #length}; valid until the next call of {@link #next}. */
    public byte[] content() {
        return content;
    }

    /** How many bytes the block has. */
    public int length() {
        return length;
    }

    /** Where the block begins that {@link #next} reads next. */
    public long position() {
        return position;
    }

    /** Goes to a block's beginning, as {@link BlockWriter#write} has returned it. */
    public void seek(long blockPosition) {
        position = blockPosition;
        blocksRead = -1;
    }

    private void readFully(long from, byte[] target, int count) throws IOException {
        if (from < 0 || count > size - from) {
            throw new CorruptBlockException(
                    name, size, "it ends too early; " + count + " bytes expected at " + from);
        }
        int done = 0;
        while (done < count) {
            int read = file.read(from + done, target, done, count - done);
            if (read <= 0) {
                throw new CorruptBlockException(name, from + done, "it ends too early");
            }
            done += read;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
