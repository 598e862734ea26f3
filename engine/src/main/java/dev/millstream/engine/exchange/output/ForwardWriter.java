package dev.millstream.engine.exchange.output;

/** To the only channel. */
final class ForwardWriter extends RecordWriter {
    ForwardWriter(ResultPartition partition) {
        super(partition);
    }

    @Override
    public void emit(Object value, long timestampMs) {
        channels()[0].append(value, timestampMs);
    }
}
