package dev.millstream.streaming.api.datastream;

import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.transformations.SideOutputTransformation;

/** The records of a side output. */
public class SideOutputDataStream<T> extends DataStream<T> {
    /** The records of a side output. */
    public SideOutputDataStream(
            StreamExecutionEnvironment environment, SideOutputTransformation<T> transformation) {
        super(environment, transformation);
    }
}
