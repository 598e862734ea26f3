package dev.millstream.connector.file.sink;

import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written under one name, and gets another one when it is complete. */
final class PartFile extends OutputStream {
    private static final int BUFFER_BYTES = 64 << 10;

    private final FileStore files;
    private final String folder;
    private final String inProgress;
    private final String complete;
    private final WritableFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;

    private PartFile(
            FileStore files, String folder, String inProgress, String complete, WritableFile file) {
        this.files = files;
        this.folder = folder;
        this.inProgress = inProgress;
        this.complete = complete;
        this.file = file;
    }

    /** Begins a file; what an earlier attempt has left unfinished under its name is deleted. */
    static PartFile create(FileStore files, String folder, String name) throws IOException {
        files.createDirectories(folder);
        String inProgress = folder + "/." + name + ".inprogress";
        files.delete(inProgress);
        return new PartFile(
                files, folder, inProgress, folder + "/" + name, files.create(inProgress));
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
            file.write(source, offset, length);
        } else {
            System.arraycopy(source, offset, buffer, buffered, length);
            buffered += length;
        }
    }

    private void drain() throws IOException {
        file.write(buffer, 0, buffered);
        buffered = 0;
    }

    /** Makes the file durable and visible. */
    void complete() throws IOException {
        drain();
        file.sync();
        file.close();
        files.rename(inProgress, complete);
        files.syncDirectory(folder);
    }

    /** Leaves the file as it is, unfinished. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
