package dev.millstream.engine.operator;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.value.ValueCopier;

/** Finds records' keys and their hashes, and keeps keys from changing with their records. */
public final class KeyAccess {
    private final OperatorContext context;
    private final KeySelector<Object, Object> selector;
    private final ValueCopier copier;

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
            throw context.userFailure(
                    new NullPointerException("The key selector returned null for a record"));
        }
        return key;
    }

    public int hashOf(Object key) {
        try {
            return StableHash.hash(key);
        } catch (IllegalArgumentException e) {
            throw context.permanentFailure("can't use a key.", e);
        }
    }

    /** The key in a form that can be kept. */
    public Object kept(Object key) {
        return copier.copy(key);
    }
}
