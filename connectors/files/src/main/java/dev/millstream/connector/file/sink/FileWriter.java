package dev.millstream.connector.file.sink;

import dev.millstream.api.common.serialization.Encoder;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the files of one subtask. */
final class FileWriter<T> implements SinkWriter<T> {
    private final FileStore files;
    private final String folder;
    private final int subtask;
    private final Encoder<T> encoder;
    private final long partSizeBytes;
    private int number;
    private @Nullable PartFile part;

    FileWriter(
            FileStore files, String folder, int subtask, Encoder<T> encoder, long partSizeBytes) {
        this.files = files;
        this.folder = folder;
        this.subtask = subtask;
        this.encoder = encoder;
        this.partSizeBytes = partSizeBytes;
    }

    @Override
    public void write(T element, Context context) throws IOException {
        PartFile open = part;
        if (open == null) {
            open = PartFile.create(files, folder, "part-" + subtask + "-" + number);
            part = open;
            number++;
        }
        encoder.encode(element, open);
        if (open.sizeBytes() >= partSizeBytes) {
            complete(open);
        }
    }

    /**
     * A file is completed when it is large enough or nothing follows; in between nothing needs to
     * be visible.
     */
    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (endOfInput && part != null) {
            complete(part);
        }
    }

    private void complete(PartFile open) throws IOException {
        part = null;
        open.complete();
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }
}
