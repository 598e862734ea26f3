package dev.millstream.engine.window.memory;

import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import org.jspecify.annotations.Nullable;

/** Values, combined at once. */
final class LocalReduction<T> implements ReducingState<T>, LocalMerging {
    private final ReducingStateDescriptor<T> descriptor;
    private @Nullable T value;

    LocalReduction(ReducingStateDescriptor<T> descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public @Nullable T get() {
        return value;
    }

    @Override
    public void add(T more) throws Exception {
        T before = value;
        value = before == null ? more : descriptor.getReduceFunction().reduce(before, more);
    }

    @Override
    public void clear() {
        value = null;
    }

    @Override
    @SuppressWarnings("unchecked") // both are the same state of two windows
    public void merge(LocalMerging other) throws Exception {
        T more = ((LocalReduction<T>) other).value;
        if (more != null) {
            add(more);
        }
    }
}
