package dev.millstream.engine.batch;

/** Takes records with their timestamps. */
@FunctionalInterface
interface RecordSink {
    void accept(Object value, long timestamp);
}
