package dev.millstream.streaming.api.transformations;

import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import java.util.List;
import java.util.Optional;

/** Several streams of one type as one, in no particular order. */
public final class UnionTransformation<T> extends Transformation<T> {
    private final List<Transformation<T>> inputs;

    /**
     * @param inputs at least one
     */
    public UnionTransformation(int id, List<Transformation<T>> inputs, CallSite callSite) {
        super(id, "Union", inputs.getFirst().getOutputType(), callSite);
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public List<Transformation<?>> getInputs() {
        return List.copyOf(inputs);
    }

    @Override
    public Optional<String> getUid() {
        return Optional.empty();
    }

    /** Unset: each input keeps its own. */
    @Override
    public int getParallelism() {
        return UNSET_PARALLELISM;
    }
}
