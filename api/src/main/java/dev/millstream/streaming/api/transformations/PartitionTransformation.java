package dev.millstream.streaming.api.transformations;

import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.streaming.api.operations.Partitioning;
import java.util.List;
import java.util.Optional;

/** Says how records get from an operator to the next one. */
public final class PartitionTransformation<T> extends Transformation<T> {
    private final Transformation<T> input;
    private final Partitioning partitioning;

    /** Of one input. */
    public PartitionTransformation(
            int id, Transformation<T> input, Partitioning partitioning, CallSite callSite) {
        super(id, partitioning.getClass().getSimpleName(), input.getOutputType(), callSite);
        this.input = input;
        this.partitioning = partitioning;
    }

    /** The stream that is distributed. */
    public Transformation<T> getInput() {
        return input;
    }

    /** Which channel each record takes. */
    public Partitioning getPartitioning() {
        return partitioning;
    }

    @Override
    public List<Transformation<?>> getInputs() {
        return List.of(input);
    }

    @Override
    public Optional<String> getUid() {
        return Optional.empty();
    }

    /** The input's. */
    @Override
    public int getParallelism() {
        return input.getParallelism();
    }
}
