package dev.millstream.core.execution;

import dev.millstream.api.connector.source.Source;

/**
 * Makes what {@code readTextFile} reads from. Found by {@link java.util.ServiceLoader}; the module
 * {@code connectors/files} has one.
 */
public interface TextFileSourceFactory {
    /**
     * A source of lines, in UTF-8.
     *
     * @param path a file, a folder or a glob
     */
    Source<String, ?, ?> textFile(String path);
}
