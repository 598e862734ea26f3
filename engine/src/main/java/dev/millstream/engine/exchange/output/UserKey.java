package dev.millstream.engine.exchange.output;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.exchange.failure.PartitioningException;

/** Calls the user's key selector, and says so when it fails. */
final class UserKey<T, K> {
    private final KeySelector<T, K> selector;

    UserKey(KeySelector<T, K> selector) {
        this.selector = selector;
    }

    K of(T value) {
        K key;
        try {
            key = selector.getKey(value);
        } catch (Exception e) {
            throw selectorFailed(e);
        }
        if (key == null) {
            throw missing(value);
        }
        return key;
    }

    static PartitioningException selectorFailed(Exception thrown) {
        return new PartitioningException("the key selector of its output", thrown);
    }

    static PartitioningException missing(Object value) {
        return new PartitioningException(
                "the key selector of its output gave null for a record of "
                        + value.getClass().getName()
                        + "; a key must not be null: use a value of its own for records"
                        + " without one",
                null);
    }
}
