package dev.millstream.taskmanager.classes;

import java.io.IOException;

/**
 * An open class loader.
 *
 * @param loader loads the user's classes
 * @param closing gives back what it holds, such as open jars; blocks
 */
public record UserClassLoader(ClassLoader loader, Closing closing) {
    /** How a loader is closed. */
    @FunctionalInterface
    public interface Closing {
        void close() throws IOException;
    }
}
