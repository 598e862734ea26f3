package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.core.AbstractProcessor;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Emits made-up records: every n-th index, cooperatively.
 *
 * @param <T> records
 */
final class GeneratedP<T> extends AbstractProcessor {
    /** Makes a record of an index. */
    @FunctionalInterface
    interface Generator<T> extends Serializable {
        T at(long index);
    }

    private final long count;
    private final Generator<T> generator;
    private long next;
    private int step;
    private final Traverser<T> traverser = this::nextRecord;

    GeneratedP(long count, Generator<T> generator) {
        this.count = count;
        this.generator = generator;
    }

    @Override
    protected void init(Context context) {
        next = context.globalProcessorIndex();
        step = context.totalParallelism();
    }

    private @Nullable T nextRecord() {
        if (next >= count) {
            return null;
        }
        T made = generator.at(next);
        next += step;
        return made;
    }

    @Override
    public boolean complete() {
        return emitFromTraverser(traverser);
    }
}
