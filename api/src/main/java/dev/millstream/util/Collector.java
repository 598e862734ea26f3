package dev.millstream.util;

/** Takes results. Called by the task's thread only. */
public interface Collector<T> {
    /** Emits a record. It must not be changed afterwards. May wait when the receivers are slow. */
    void collect(T record);

    /** Tells that no more will come. */
    void close();
}
