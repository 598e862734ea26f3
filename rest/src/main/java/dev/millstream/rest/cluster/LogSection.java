package dev.millstream.rest.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A part of a log file, which may grow, or be cut, while it is read. At first it is all that the
 * file has then. For one thread.
 */
final class LogSection extends InputStream {
    private final FileChannel file;
    private final long fileBytes;
    private long position;
    private long end;

    private LogSection(FileChannel file) throws IOException {
        this.file = file;
        this.fileBytes = file.size();
        this.end = fileBytes;
    }

    /** No link is followed. */
    static LogSection of(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            return new LogSection(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** How long the file was when it was opened. */
    long fileBytes() {
        return fileBytes;
    }

    /**
     * The same, from one byte to before another.
     *
     * @param to at most {@link #fileBytes()}
     */
    LogSection between(long from, long to) {
        position = from;
        end = to;
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - position);
        int read = file.read(ByteBuffer.wrap(target, offset, wanted), position);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
