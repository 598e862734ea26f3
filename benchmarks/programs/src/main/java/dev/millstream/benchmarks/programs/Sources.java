package dev.millstream.benchmarks.programs;

import dev.millstream.api.common.eventtime.SerializableTimestampAssigner;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.connector.datagen.source.GeneratorFunction;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** Streams of made-up records. */
public final class Sources {
    private Sources() {}

    /** Records without time. */
    public static <T> DataStream<T> generated(
            StreamExecutionEnvironment env, long count, GeneratorFunction<Long, T> generator) {
        return env.fromSource(
                new DataGeneratorSource<>(generator, count),
                WatermarkStrategy.noWatermarks(),
                "generated");
    }

    /** Records with ascending times. */
    public static <T> DataStream<T> timed(
            StreamExecutionEnvironment env,
            long count,
            GeneratorFunction<Long, T> generator,
            SerializableTimestampAssigner<T> time) {
        return env.fromSource(
                new DataGeneratorSource<>(generator, count),
                WatermarkStrategy.<T>forMonotonousTimestamps().withTimestampAssigner(time),
                "generated");
    }
}
