package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.connector.file.src.enumerate.FileSplitter;
import dev.millstream.connector.file.src.reader.StreamFormat;
import dev.millstream.core.fs.Path;
import dev.millstream.core.io.SimpleVersionedSerializer;
import java.util.List;

/**
 * Reads files, all files below folders, and globs. Bounded: what is there when the job starts.
 * Files of a splittable format are read in parts, each by one subtask; by one on a host where the
 * file is close at hand, as far as that is known and as long as there are such parts.
 *
 * @param <T> records
 */
public final class FileSource<T> implements Source<T, FileSourceSplit, List<FileSourceSplit>> {
    private static final long serialVersionUID = 1L;

    private final StreamFormat<T> format;

    /** Enough for a choice of local ones; about a megabyte at the JobMaster. */
    private static final int SPLITS_OFFERED_AT_ONCE = 10_000;

    private final List<Path> paths;
    private final long splitSizeBytes;

    private FileSource(StreamFormat<T> format, List<Path> paths, long splitSizeBytes) {
        this.format = format;
        this.paths = paths;
        this.splitSizeBytes = splitSizeBytes;
    }

    /**
     * A source of records that a format reads one after the other.
     *
     * @param paths files, folders or globs ({@code *}, {@code ?}, {@code [...]}, <code>{...}</code>
     *     ); at least one
     */
    public static <T> FileSourceBuilder<T> forRecordStreamFormat(
            StreamFormat<T> format, Path... paths) {
        return new FileSourceBuilder<>(format, List.of(paths));
    }

    /** Builds a {@link FileSource}. */
    public static final class FileSourceBuilder<T> {
        private final StreamFormat<T> format;
        private final List<Path> paths;
        private long splitSizeBytes = 16L << 20;

        private FileSourceBuilder(StreamFormat<T> format, List<Path> paths) {
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("A file source needs at least one path to read");
            }
            this.format = format;
            this.paths = paths;
        }

        /** How large a part of a splittable file one subtask reads at a time; 16 MiB by default. */
        public FileSourceBuilder<T> setSplitSize(long sizeBytes) {
            if (sizeBytes < 1) {
                throw new IllegalArgumentException(
                        "A split must have at least one byte, but its size is set to " + sizeBytes);
            }
            splitSizeBytes = sizeBytes;
            return this;
        }

        public FileSource<T> build() {
            return new FileSource<>(format, paths, splitSizeBytes);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<FileSourceSplit, List<FileSourceSplit>> createEnumerator(
            SplitEnumeratorContext<FileSourceSplit> context) throws Exception {
        FileSplitter splitter =
                new FileSplitter(
                        context.platform().files(),
                        format.isSplittable() ? splitSizeBytes : Long.MAX_VALUE);
        List<FileSourceSplit> splits =
                splitter.split(paths).stream()
                        .map(part ->
                                new FileSourceSplit(
                                        part.id(),
                                        part.path(),
                                        part.offset(),
                                        part.length(),
                                        part.hosts()))
                        .toList();
        return new FileSplitEnumerator(context, splits, SPLITS_OFFERED_AT_ONCE);
    }

    @Override
    public SplitEnumerator<FileSourceSplit, List<FileSourceSplit>> restoreEnumerator(
            SplitEnumeratorContext<FileSourceSplit> context, List<FileSourceSplit> checkpoint) {
        return new FileSplitEnumerator(context, checkpoint, SPLITS_OFFERED_AT_ONCE);
    }

    @Override
    public SourceReader<T, FileSourceSplit> createReader(SourceReaderContext context) {
        return new FileSourceReader<>(context, format);
    }

    @Override
    public SimpleVersionedSerializer<FileSourceSplit> getSplitSerializer() {
        return new FileSourceSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<FileSourceSplit>> getEnumeratorCheckpointSerializer() {
        return new FileSourceSplitSerializer.OfList();
    }
}
