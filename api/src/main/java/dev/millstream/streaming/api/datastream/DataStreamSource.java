package dev.millstream.streaming.api.datastream;

import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.transformations.OperatorTransformation;

/** The stream that a source reads. */
public class DataStreamSource<T> extends SingleOutputStreamOperator<T> {
    /** The stream that a source reads. */
    public DataStreamSource(
            StreamExecutionEnvironment environment, OperatorTransformation<T> operator) {
        super(environment, operator);
    }

    @Override
    public DataStreamSource<T> setParallelism(int parallelism) {
        super.setParallelism(parallelism);
        return this;
    }
}
