package dev.millstream.api.connector.sink2;

import dev.millstream.platform.Platform;

/** What a writer can use. Called on the task's thread only. */
public interface WriterInitContext extends InitContext {
    /** Loads the program's classes. Ours: a plain class loader. */
    ClassLoader getUserCodeClassLoader();

    /** Whether records may be objects that others read, too. */
    boolean isObjectReuseEnabled();

    /** The machine, for connectors: files above all. Ours. */
    Platform platform();
}
