package dev.millstream.benchmarks.programs;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.connector.datagen.source.GeneratorFunction;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** Streams of made-up records. */
final class Sources {
    private Sources() {}

    static <T> DataStream<T> generated(
            StreamExecutionEnvironment env, long count, GeneratorFunction<Long, T> generator) {
        return env.fromSource(
                new DataGeneratorSource<>(generator, count),
                WatermarkStrategy.noWatermarks(),
                "generated");
    }
}
