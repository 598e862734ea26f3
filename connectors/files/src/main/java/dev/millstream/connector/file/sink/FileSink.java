package dev.millstream.connector.file.sink;

import dev.millstream.api.common.serialization.Encoder;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.core.fs.Path;

/**
 * Writes records into files of a folder: {@code part-<subtask>-<number>}. While it is being written
 * a file has a name that begins with a dot and ends with {@code .inprogress}; it gets its final
 * name when it is complete. Complete files replace those of the same name that an earlier attempt
 * of the same job has left.
 *
 * @param <T> records
 */
public final class FileSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final Encoder<T> encoder;
    private final long partSizeBytes;

    private FileSink(String folder, Encoder<T> encoder, long partSizeBytes) {
        this.folder = folder;
        this.encoder = encoder;
        this.partSizeBytes = partSizeBytes;
    }

    /**
     * A sink that writes records one after the other, such as lines. The folder is made if there is
     * none.
     */
    public static <T> RowFormatBuilder<T> forRowFormat(Path folder, Encoder<T> encoder) {
        return new RowFormatBuilder<>(folder.getPath(), encoder);
    }

    /** Builds a {@link FileSink}. */
    public static final class RowFormatBuilder<T> {
        private final String folder;
        private final Encoder<T> encoder;
        private long partSizeBytes = 128L << 20;

        private RowFormatBuilder(String folder, Encoder<T> encoder) {
            this.folder = folder;
            this.encoder = encoder;
        }

        /**
         * A file that has reached this size is completed and the next one begun; 128 MiB by
         * default.
         */
        public RowFormatBuilder<T> withPartSize(long sizeBytes) {
            if (sizeBytes < 1) {
                throw new IllegalArgumentException(
                        "A file must hold at least one byte, but its size is set to " + sizeBytes);
            }
            partSizeBytes = sizeBytes;
            return this;
        }

        public FileSink<T> build() {
            return new FileSink<>(folder, encoder, partSizeBytes);
        }
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new FileWriter<>(
                context.platform().files(),
                folder,
                context.getTaskInfo().getIndexOfThisSubtask(),
                encoder,
                partSizeBytes);
    }
}
