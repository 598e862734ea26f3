package dev.millstream.core.execution;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.source.Source;

/**
 * Makes what {@code readTextFile} reads from and {@code writeAsText} writes to. Found by {@link
 * java.util.ServiceLoader}; the module {@code connectors/files} has one.
 */
public interface TextFileConnector {
    /**
     * A source of lines, in UTF-8.
     *
     * @param path a file, a folder or a glob
     */
    Source<String, ?, ?> source(String path);

    /**
     * A sink that writes a line for each record: its {@code toString}, in UTF-8.
     *
     * @param folder holds the files; made if there is none
     */
    <T> Sink<T> sink(String folder);
}
