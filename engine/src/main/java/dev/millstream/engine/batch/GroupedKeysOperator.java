package dev.millstream.engine.batch;

import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OneKeyAtATime;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.SecondInput;
import java.util.List;

/**
 * In batch mode before a keyed operator: gathers the whole input, then gives it all records of one
 * key, in the order of their timestamps, then those of the next; so that state is kept for one key
 * at a time.
 */
public final class GroupedKeysOperator extends Operator
        implements Output, SecondInput, KeyRecords.Receiver {
    private final Operator inner;
    private final Spilling spilling;
    private KeyRecords records;
    private final List<KeyAccess> keys;

    /**
     * @param keys of each input
     * @param inner is an {@link Output}, a {@link OneKeyAtATime} and, if there are two inputs, a
     *     {@link SecondInput}
     */
    public GroupedKeysOperator(OperatorContext context, List<KeyAccess> keys, Operator inner) {
        super(context, (Output) inner);
        this.inner = inner;
        this.keys = keys;
        this.spilling = new Spilling(context);
        this.records = new KeyRecords(keys, spilling, 0);
    }

    @Override
    public void process(Object value, long timestamp) {
        records.add(0, value, timestamp);
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        records.add(1, value, timestamp);
    }

    /** Event time moves once in batch mode: to its end. All keys are processed before that. */
    @Override
    public void watermark(long timestamp) {
        if (timestamp == Long.MAX_VALUE) {
            emit();
            super.watermark(timestamp);
        }
    }

    @Override
    public void endInput() {
        emit();
        inner.endInput();
    }

    private void emit() {
        KeyRecords gathered = records;
        records = new KeyRecords(keys, spilling, 0);
        gathered.emit(this);
    }

    @Override
    public void record(int input, Object value, long timestamp) {
        context().scope().ending().check();
        if (input == 0) {
            ((Output) inner).process(value, timestamp);
        } else {
            ((SecondInput) inner).processSecond(value, timestamp);
        }
    }

    @Override
    public void endKey() {
        ((OneKeyAtATime) inner).endKey();
    }

    @Override
    public void open() {
        inner.open();
    }

    @Override
    public void drain() {
        inner.drain();
    }

    @Override
    public void close() {
        try {
            spilling.close();
        } finally {
            inner.close();
        }
    }
}
