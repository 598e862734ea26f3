package dev.millstream.engine.thread;

import org.jspecify.annotations.Nullable;

/** What is done on a task's thread with the result of something that ran elsewhere. */
@FunctionalInterface
public interface Answer<T> {
    /**
     * Exactly one of the two is there, unless the result is null.
     *
     * @throws Exception ends the task
     */
    void take(@Nullable T result, @Nullable Throwable failure) throws Exception;
}
