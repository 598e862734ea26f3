package dev.millstream.benchmarks.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lines of a file that begin within a range of bytes.
 *
 * @param file it is of
 * @param from the first byte of its first line
 * @param to the byte behind its last line
 */
record FileShare(Path file, long from, long to) {
    static FileShare of(Path file, int share, int shares) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return new FileShare(
                    file,
                    lineFrom(channel, size * share / shares),
                    lineFrom(channel, size * (share + 1) / shares));
        }
    }

    private static long lineFrom(FileChannel channel, long position) throws IOException {
        if (position == 0 || position == channel.size()) {
            return position;
        }
        channel.position(position - 1);
        InputStream in = Channels.newInputStream(channel);
        long at = position - 1;
        int read;
        do {
            read = in.read();
            at++;
        } while (read >= 0 && read != '\n');
        return at;
    }

    /** Its bytes. */
    InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(from);
        return new LimitedStream(Channels.newInputStream(channel), to - from);
    }

    Reader reader(Charset charset) throws IOException {
        return new InputStreamReader(open(), charset);
    }
}
