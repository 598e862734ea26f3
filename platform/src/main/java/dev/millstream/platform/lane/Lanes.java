package dev.millstream.platform.lane;

import java.util.function.Consumer;

/** Makes lanes, which share the threads of one process. Thread-safe. */
public interface Lanes {
    /**
     * Makes a lane.
     *
     * @param name for logs and thread names
     * @param onFailure called on the lane with what a command threw; the lane then goes on with the
     *     next
     */
    Lane create(String name, Consumer<Throwable> onFailure);
}
