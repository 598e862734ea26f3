package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.queue.Count;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.types.value.Immutability;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;

/**
 * Makes records safe to be shared with another thread: those of deeply immutable classes as they
 * are, the others as copies. Owned by the producing task's thread.
 */
final class Copies {
    private final ValueCopier copier;
    private final CopyHints hints;
    private final Count copied = new Count();

    /** The class of the last record that needed no copy: most channels carry one class only. */
    private @Nullable Class<?> immutable;

    /** The class of the last record that was copied. */
    private @Nullable Class<?> copiedLast;

    Copies(Serializers serializers, CopyHints hints) {
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
        if (value.getClass() != copiedLast) {
            copiedLast = value.getClass();
            hints.give(value.getClass());
        }
        copied.add(1);
        return copier.copy(value);
    }

    /** How many were copied. Any thread may ask. */
    long copied() {
        return copied.get();
    }
}
