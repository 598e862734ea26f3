package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.Source;
import dev.millstream.connector.file.src.reader.TextLineInputFormat;
import dev.millstream.core.execution.TextFileSourceFactory;
import dev.millstream.core.fs.Path;

/** What {@code readTextFile} reads from. */
public final class LocalTextFiles implements TextFileSourceFactory {
    @Override
    public Source<String, ?, ?> textFile(String path) {
        return FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(path)).build();
    }
}
