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
            throw new PartitioningException("the key selector of its output", e);
        }
        if (key == null) {
            throw new PartitioningException(
                    "the key selector of its output gave null for a record of "
                            + value.getClass().getName()
                            + "; a key must not be null: use a value of its own for records"
                            + " without one",
                    null);
        }
        return key;
    }
}
