package dev.millstream.connector.file.sink;

import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written. Its failures name it. */
final class PartFile extends OutputStream {
    private static final int BUFFER_BYTES = 64 << 10;

    private final String path;
    private final WritableFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;

    /**
     * Begins at its start.
     *
     * @param file new and empty; closed with this
     */
    PartFile(String path, WritableFile file) {
        this.path = path;
        this.file = file;
    }

    String path() {
        return path;
    }

    long sizeBytes() {
        return file.position() + buffered;
    }

    @Override
    public void write(int value) throws IOException {
        if (buffered == buffer.length) {
            drain();
        }
        buffer[buffered++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (length > buffer.length - buffered) {
            drain();
        }
        if (length > buffer.length) {
            append(source, offset, length);
        } else {
            System.arraycopy(source, offset, buffer, buffered, length);
            buffered += length;
        }
    }

    private void drain() throws IOException {
        append(buffer, 0, buffered);
        buffered = 0;
    }

    private void append(byte[] source, int offset, int length) throws IOException {
        try {
            file.write(source, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Makes the content durable, and closes the file. */
    void finish() throws IOException {
        drain();
        try {
            file.sync();
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException cause) {
        return new IOException(
                "The file " + path + " can't be written: " + cause.getMessage(), cause);
    }

    /** Leaves the file as it is, unfinished. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
