package dev.millstream.streaming.api.transformations;

import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.util.OutputTag;
import java.util.List;
import java.util.Optional;

/** The records that an operator emits to a side output. */
public final class SideOutputTransformation<T> extends Transformation<T> {
    private final Transformation<?> input;
    private final OutputTag<T> tag;

    /** Of one operator. */
    public SideOutputTransformation(
            int id, Transformation<?> input, OutputTag<T> tag, CallSite callSite) {
        super(id, "SideOutput-" + tag.getId(), tag.getTypeInfo(), callSite);
        this.input = input;
        this.tag = tag;
    }

    /** The operator. */
    public Transformation<?> getInput() {
        return input;
    }

    /** Which of its outputs. */
    public OutputTag<T> getOutputTag() {
        return tag;
    }

    @Override
    public List<Transformation<?>> getInputs() {
        return List.of(input);
    }

    @Override
    public Optional<String> getUid() {
        return Optional.empty();
    }

    /** The operator's. */
    @Override
    public int getParallelism() {
        return input.getParallelism();
    }
}
