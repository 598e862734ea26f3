package dev.millstream.connector.file;

import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.source.Source;
import dev.millstream.connector.file.sink.FileSink;
import dev.millstream.connector.file.src.FileSource;
import dev.millstream.connector.file.src.reader.TextLineInputFormat;
import dev.millstream.core.execution.TextFileConnector;
import dev.millstream.core.fs.Path;

/** What {@code readTextFile} reads from, and {@code writeAsText} writes to. */
public final class TextFiles implements TextFileConnector {
    @Override
    public Source<String, ?, ?> source(String path) {
        return FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(path)).build();
    }

    @Override
    public <T> Sink<T> sink(String folder) {
        return FileSink.forRowFormat(new Path(folder), new SimpleStringEncoder<T>()).build();
    }
}
