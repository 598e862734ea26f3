package dev.millstream.benchmarks.flink;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Streams of made-up records. */
public final class Generated {
    private Generated() {}

    /** Records without time. */
    public static <T> DataStream<T> stream(
            StreamExecutionEnvironment env,
            long count,
            GeneratorFunction<Long, T> generator,
            TypeInformation<T> type) {
        return stream(env, count, generator, type, WatermarkStrategy.noWatermarks());
    }

    /** Records with time. */
    public static <T> DataStream<T> stream(
            StreamExecutionEnvironment env,
            long count,
            GeneratorFunction<Long, T> generator,
            TypeInformation<T> type,
            WatermarkStrategy<T> watermarks) {
        return env.fromSource(
                new DataGeneratorSource<>(generator, count, type), watermarks, "generated", type);
    }
}
