package dev.millstream.engine.exchange.output;

/** All to the first channel. */
final class GlobalWriter extends RecordWriter {
    GlobalWriter(ResultPartition partition) {
        super(partition);
    }

    @Override
    public void emit(Object value, long timestampMs) {
        channels()[0].append(value, timestampMs);
    }
}
