package dev.millstream.api.connector.sink2;

import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Cancellable;

/** What a writer can use. Called on the task's thread only. */
public interface WriterInitContext extends InitContext {
    /** Loads the program's classes. Ours: a plain class loader. */
    ClassLoader getUserCodeClassLoader();

    /** Whether records may be objects that others read, too. */
    boolean isObjectReuseEnabled();

    /** Identifies the sink within its job; the same in all its subtasks and attempts. Ours. */
    String operatorId();

    /** Tells the writer from those of other attempts of its subtask. Ours. */
    WriterAttempt attempt();

    /** Runs something later, between records, on the task's thread. Ours. */
    Cancellable schedule(long delayMs, Runnable action);

    /** The machine, for connectors: files above all. Ours. */
    Platform platform();
}
