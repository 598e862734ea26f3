package dev.millstream.engine.window.memory;

/** State that can be added to another one of its kind. */
sealed interface LocalMerging permits LocalList, LocalReduction, LocalAggregation {
    /** Adds what the other one has. */
    void merge(LocalMerging other) throws Exception;
}
