package dev.millstream.cli.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is appended to. When it would become too large it is moved aside, to its name with
 * {@code .1}, what has that name to {@code .2}, and so on; the oldest is deleted. Thread-safe.
 */
final class RotatingFile extends OutputStream {
    private final Path path;
    private final long maxBytes;
    private final int kept;

    /** This and what follows is guarded by this. */
    private FileChannel channel;

    private long size;

    /**
     * @param kept how many files are kept aside
     */
    RotatingFile(Path path, long maxBytes, int kept) throws IOException {
        this.path = path;
        this.maxBytes = maxBytes;
        this.kept = kept;
        this.channel = open(path);
        this.size = channel.size();
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end; ) {
            int piece = (int) Math.min(end - at, maxBytes);
            if (size > 0 && size + piece > maxBytes) {
                rotate();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes, at, piece);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            size += piece;
            at += piece;
        }
    }

    private void rotate() throws IOException {
        channel.close();
        Files.deleteIfExists(kept == 0 ? path : aside(kept));
        for (int i = kept - 1; i >= 0; i--) {
            Path from = i == 0 ? path : aside(i);
            if (Files.exists(from)) {
                Files.move(from, aside(i + 1), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        channel = open(path);
        size = channel.size();
    }

    private Path aside(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
