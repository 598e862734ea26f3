package dev.millstream.connector.file.sink;

import dev.millstream.api.common.serialization.Encoder;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.core.fs.Path;
import java.io.IOException;
import java.time.Duration;

/**
 * Writes records into files of a folder. Each subtask writes files of its own, one after the other:
 * {@code part-<job and sink>-<subtask>-<attempt>-<number>}; so several sinks and jobs may write to
 * one folder. While it is being written a file has a name that begins with a dot and ends with
 * {@code .inprogress}; it gets its final name when it is complete: when it is large or old enough,
 * or the input has ended.
 *
 * <p>When a task is restarted, its new attempt first deletes the files of earlier ones, complete or
 * not, as it writes all records anew; an earlier one that still runs, cut off from its JobManager,
 * can complete no file from then on. Until then, and when the job fails in the end or is cancelled,
 * the folder shows what was complete.
 *
 * @param <T> records
 */
public final class FileSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final Encoder<T> encoder;
    private final long partSizeBytes;
    private final long rolloverMs;

    private FileSink(RowFormatBuilder<T> builder) {
        this.folder = builder.folder;
        this.encoder = builder.encoder;
        this.partSizeBytes = builder.partSizeBytes;
        this.rolloverMs = builder.rolloverMs;
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
        private long rolloverMs = Duration.ofMinutes(1).toMillis();

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

        /** A file is completed at the latest so long after its first record; 1 min by default. */
        public RowFormatBuilder<T> withRolloverInterval(Duration interval) {
            if (interval.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "The rollover interval must be at least 1 ms, but is " + interval);
            }
            rolloverMs = interval.toMillis();
            return this;
        }

        public FileSink<T> build() {
            return new FileSink<>(this);
        }
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        PartFolder parts =
                new PartFolder(context.platform().files(), folder, PartNames.of(context));
        parts.removeEarlierAttempts();
        return new FileWriter<>(parts, encoder, partSizeBytes, rolloverMs, context::schedule);
    }
}
