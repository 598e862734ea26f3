package dev.millstream.engine.operator;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.failure.TaskException;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;

/** Finds records' keys and their hashes, and keeps keys from changing with their records. */
public final class KeyAccess {
    private final OperatorContext context;
    private final KeySelector<Object, Object> selector;
    private final ValueCopier copier;

    /** The class of the last key that was hashed by its content. */
    private @Nullable Class<?> structural;

    public KeyAccess(OperatorContext context, KeySelector<Object, Object> selector) {
        this.context = context;
        this.selector = selector;
        this.copier = new ValueCopier(context.scope().serializers());
    }

    public Object keyOf(Object value) {
        Object key;
        try {
            key = selector.getKey(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
        if (key == null) {
            throw missing();
        }
        return key;
    }

    /** What to throw for a record without key. */
    public TaskException missing() {
        return context.userFailure(
                new NullPointerException("The key selector returned null for a record"));
    }

    public int hashOf(Object key) {
        try {
            return StableHash.hash(key);
        } catch (IllegalArgumentException e) {
            throw context.permanentFailure("can't use a key.", e);
        }
    }

    /**
     * The hash that the sender has found, which is the key's. Hashes of classes that hash
     * themselves are compared, as they may differ between processes.
     *
     * @param sent what came with the record
     */
    public int confirmed(Object key, int sent) {
        Class<?> type = key.getClass();
        if (type == structural) {
            return sent;
        }
        return confirmedSlowly(type, key, sent);
    }

    private int confirmedSlowly(Class<?> type, Object key, int sent) {
        if (StableHash.isStructural(type)) {
            structural = type;
            return sent;
        }
        if (hashOf(key) != sent) {
            throw context.permanentFailure(
                    "got a key of class "
                            + type.getName()
                            + " whose hash is not the one that its sender has found: it differs"
                            + " between processes, or the key has changed since. Use a key of"
                            + " strings, numbers, enums or records of such.",
                    null);
        }
        return sent;
    }

    /** The key in a form that can be kept. */
    public Object kept(Object key) {
        return copier.copy(key);
    }
}
