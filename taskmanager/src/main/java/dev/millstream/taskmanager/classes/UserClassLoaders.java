package dev.millstream.taskmanager.classes;

import java.io.IOException;
import java.util.List;

/** Opens class loaders for user code. Thread-safe. */
@FunctionalInterface
public interface UserClassLoaders {
    /**
     * Opens a loader over jars. Called in the blocking pool.
     *
     * @param name for thread dumps and heap dumps
     * @param jarPaths in class path order; not empty
     */
    UserClassLoader open(String name, List<String> jarPaths) throws IOException;

    /** Where there are no jars to be loaded: every job uses this loader. */
    static UserClassLoaders parentOnly(ClassLoader parent) {
        return (_, _) -> new UserClassLoader(parent, () -> {});
    }
}
