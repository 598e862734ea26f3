package dev.millstream.platform.machine;

import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file written through its channel, without a buffer of its own. */
final class MachineWritableFile implements WritableFile {
    private final FileChannel channel;
    private long position;

    MachineWritableFile(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(source, offset, length);
        while (left.hasRemaining()) {
            position += channel.write(left);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
