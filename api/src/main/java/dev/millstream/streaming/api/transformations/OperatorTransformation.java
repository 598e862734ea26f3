package dev.millstream.streaming.api.transformations;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.streaming.api.operations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator: a source, something with one or two inputs, or a sink. */
public final class OperatorTransformation<T> extends Transformation<T> {
    /** The slot sharing group of operators for which none was set, if their inputs have none. */
    public static final String DEFAULT_SLOT_SHARING_GROUP = "default";

    private final Operation operation;
    private final List<Transformation<?>> inputs;
    private int parallelism = UNSET_PARALLELISM;
    private int maxParallelism = UNSET_PARALLELISM;
    private @Nullable String uid;
    private @Nullable String slotSharingGroup;
    private @Nullable String coLocationGroupKey;
    private ChainingStrategy chainingStrategy = ChainingStrategy.ALWAYS;

    /**
     * @param operation what it does
     * @param inputs by logical input index: none for a source, two for connected streams
     */
    public OperatorTransformation(
            int id,
            String name,
            Operation operation,
            List<Transformation<?>> inputs,
            TypeInformation<T> outputType,
            CallSite callSite) {
        super(id, name, outputType, callSite);
        this.operation = operation;
        this.inputs = List.copyOf(inputs);
    }

    /** What it does. */
    public Operation getOperation() {
        return operation;
    }

    /** By logical input index: none for a source, two for connected streams. */
    @Override
    public List<Transformation<?>> getInputs() {
        return inputs;
    }

    @Override
    public int getParallelism() {
        return parallelism;
    }

    /** As the program gives it: not checked yet. */
    public void setParallelism(int parallelism) {
        this.parallelism = parallelism;
    }

    /** Number of key groups; {@link #UNSET_PARALLELISM} if none was set. */
    public int getMaxParallelism() {
        return maxParallelism;
    }

    /** As the program gives it: not checked yet. */
    public void setMaxParallelism(int maxParallelism) {
        this.maxParallelism = maxParallelism;
    }

    @Override
    public Optional<String> getUid() {
        return Optional.ofNullable(uid);
    }

    /** Unique within the program, which is checked later. */
    public void setUid(String uid) {
        this.uid = uid;
    }

    /**
     * Empty if none was set: then it is that of the inputs, if they agree, else the default one.
     */
    public Optional<String> getSlotSharingGroup() {
        return Optional.ofNullable(slotSharingGroup);
    }

    /** Subtasks of operators in one group may share a slot. */
    public void setSlotSharingGroup(String slotSharingGroup) {
        this.slotSharingGroup = slotSharingGroup;
    }

    /** Empty if its subtasks may run anywhere. */
    public Optional<String> getCoLocationGroupKey() {
        return Optional.ofNullable(coLocationGroupKey);
    }

    /** The n-th subtasks of operators with one key run in the same slot. */
    public void setCoLocationGroupKey(String coLocationGroupKey) {
        this.coLocationGroupKey = coLocationGroupKey;
    }

    /** Whether it may run in its input's task. */
    public ChainingStrategy getChainingStrategy() {
        return chainingStrategy;
    }

    /** Whether it may run in its input's task. */
    public void setChainingStrategy(ChainingStrategy chainingStrategy) {
        this.chainingStrategy = chainingStrategy;
    }
}
