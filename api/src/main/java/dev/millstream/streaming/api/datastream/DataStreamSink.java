package dev.millstream.streaming.api.datastream;

import dev.millstream.streaming.api.transformations.OperatorTransformation;

/** The end of a stream. Here the sink's operator can be set up. */
public class DataStreamSink<T> {
    private final OperatorTransformation<T> operator;
    private final OperatorSetup setup;

    /** The end of a stream. */
    public DataStreamSink(OperatorTransformation<T> operator) {
        this.operator = operator;
        this.setup = new OperatorSetup(operator);
    }

    /** The sink's operator. */
    public OperatorTransformation<T> getTransformation() {
        return operator;
    }

    /** Names the sink, for people. */
    public DataStreamSink<T> name(String name) {
        operator.setName("Sink: " + name);
        return this;
    }

    /** Identifies the sink for all versions of the program; unique within it. */
    public DataStreamSink<T> uid(String uid) {
        setup.uid(uid);
        return this;
    }

    /**
     * Sets the number of subtasks.
     *
     * @throws dev.millstream.api.common.InvalidProgramException if it is below 1
     */
    public DataStreamSink<T> setParallelism(int parallelism) {
        setup.parallelism(parallelism);
        return this;
    }

    /**
     * Sets the number of key groups.
     *
     * @throws dev.millstream.api.common.InvalidProgramException if it is below 1 or above 32768
     */
    public DataStreamSink<T> setMaxParallelism(int maxParallelism) {
        setup.maxParallelism(maxParallelism);
        return this;
    }

    /** The sink runs in a task of its own. */
    public DataStreamSink<T> disableChaining() {
        setup.disableChaining();
        return this;
    }

    /** Subtasks of operators in one group may share a slot. */
    public DataStreamSink<T> slotSharingGroup(String slotSharingGroup) {
        setup.slotSharingGroup(slotSharingGroup);
        return this;
    }

    /** The n-th subtasks of this sink and of the other operator run in the same slot. Ours. */
    public DataStreamSink<T> coLocateWith(SingleOutputStreamOperator<?> other) {
        setup.coLocateWith(other.operatorTransformation());
        return this;
    }
}
