package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.queue.Count;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.types.value.Immutability;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records safe to be shared with another thread: those of deeply immutable classes as they
 * are, the others as copies. Owned by the producing task's thread.
 */
final class Copies {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final ValueCopier copier;
    private final boolean hints;
    private final Count copied = new Count();

    /** The class of the last record that needed no copy: most channels carry one class only. */
    private @Nullable Class<?> immutable;

    /**
     * @param hints whether to tell the user about the first copy
     */
    Copies(Serializers serializers, boolean hints) {
        this.copier = new ValueCopier(serializers);
        this.hints = hints;
    }

    Object safe(Object value) {
        return value.getClass() == immutable ? value : copyUnlessImmutable(value);
    }

    private Object copyUnlessImmutable(Object value) {
        if (Immutability.isDeeplyImmutable(value.getClass())) {
            immutable = value.getClass();
            return value;
        }
        if (hints && copied.get() == 0) {
            LOG.info(
                    "Records of {} are copied between tasks, as they can be changed. Records of"
                            + " immutable components (Java records, strings, boxed primitives,"
                            + " enums) are handed over as they are, which is faster",
                    value.getClass().getName());
        }
        copied.add(1);
        return copier.copy(value);
    }

    /** How many were copied. Any thread may ask. */
    long copied() {
        return copied.get();
    }
}
