package dev.millstream.types.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A deque that is equal to any deque with the same elements: the JDK's are equal to nothing. */
public final class EqualDeque<T> extends ArrayDeque<T> {
    private static final long serialVersionUID = 1L;

    public EqualDeque(Deque<T> elements) {
        super(elements);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deque<?> deque
                && new ArrayList<>(deque).equals(new ArrayList<>(this));
    }

    @Override
    public int hashCode() {
        return new ArrayList<>(this).hashCode();
    }
}
