package dev.millstream.api.connector.source.lib.range;

/** Records by number. Used by one task's thread. */
@FunctionalInterface
public interface IndexedRecords<T> {
    /** Called once before the first record. */
    default void open() throws Exception {}

    /** Called once at the end. */
    default void close() throws Exception {}

    /** The record of a number. Numbers ascend within a split. */
    T get(long index) throws Exception;
}
