package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.typeinfo.TypeHint;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.dag.CallSite;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.streaming.api.transformations.SideOutputTransformation;
import dev.millstream.util.OutputTag;

/** The stream that an operator makes. Here the operator itself can be set up. */
public class SingleOutputStreamOperator<T> extends DataStream<T> {
    private final OperatorSetup setup;
    private final OperatorTransformation<T> operator;

    /** The stream that an operator makes. */
    public SingleOutputStreamOperator(
            StreamExecutionEnvironment environment, OperatorTransformation<T> operator) {
        super(environment, operator);
        this.operator = operator;
        this.setup = new OperatorSetup(operator);
    }

    final OperatorTransformation<T> operatorTransformation() {
        return operator;
    }

    /** For people. */
    public String getName() {
        return operator.getName();
    }

    /** Names the operator, for people. */
    public SingleOutputStreamOperator<T> name(String name) {
        operator.setName(name);
        return this;
    }

    /** Identifies the operator for all versions of the program; unique within it. */
    public SingleOutputStreamOperator<T> uid(String uid) {
        setup.uid(uid);
        return this;
    }

    /**
     * Sets the number of subtasks.
     *
     * @throws dev.millstream.api.common.InvalidProgramException if it is below 1
     */
    public SingleOutputStreamOperator<T> setParallelism(int parallelism) {
        setup.parallelism(parallelism);
        return this;
    }

    /**
     * Sets the number of key groups.
     *
     * @throws dev.millstream.api.common.InvalidProgramException if it is below 1 or above 32768
     */
    public SingleOutputStreamOperator<T> setMaxParallelism(int maxParallelism) {
        setup.maxParallelism(maxParallelism);
        return this;
    }

    /** The operator runs in a task of its own. */
    public SingleOutputStreamOperator<T> disableChaining() {
        setup.disableChaining();
        return this;
    }

    /** The operator runs in another task than its input. */
    public SingleOutputStreamOperator<T> startNewChain() {
        setup.startNewChain();
        return this;
    }

    /** Subtasks of operators in one group may share a slot. Handed on to the operators behind. */
    public SingleOutputStreamOperator<T> slotSharingGroup(String slotSharingGroup) {
        setup.slotSharingGroup(slotSharingGroup);
        return this;
    }

    /**
     * The n-th subtasks of this operator and of the other one run in the same slot. Ours: Flink has
     * such groups, but not in its API.
     *
     * @param other made by an operator
     */
    public SingleOutputStreamOperator<T> coLocateWith(SingleOutputStreamOperator<?> other) {
        setup.coLocateWith(other.operatorTransformation());
        return this;
    }

    /** Says which class the records are of. Never needed. */
    public SingleOutputStreamOperator<T> returns(Class<T> typeClass) {
        return returns(TypeInformation.of(typeClass));
    }

    /** Says which type the records are of. Never needed. */
    public SingleOutputStreamOperator<T> returns(TypeHint<T> typeHint) {
        return returns(typeHint.getTypeInfo());
    }

    /** Says which type the records are of. Never needed. */
    public SingleOutputStreamOperator<T> returns(TypeInformation<T> typeInfo) {
        operator.setOutputType(typeInfo);
        return this;
    }

    /** The records that the operator emits to a side output. */
    public <X> SideOutputDataStream<X> getSideOutput(OutputTag<X> sideOutputTag) {
        StreamExecutionEnvironment environment = getExecutionEnvironment();
        return new SideOutputDataStream<>(
                environment,
                new SideOutputTransformation<>(
                        environment.nextTransformationId(),
                        operator,
                        sideOutputTag,
                        CallSite.capture()));
    }
}
