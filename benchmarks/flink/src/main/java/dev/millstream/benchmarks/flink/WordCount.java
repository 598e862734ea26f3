package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.text.Words;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** W1. */
final class WordCount {
    private WordCount() {}

    static void tuples(StreamExecutionEnvironment env, Assignment assignment) {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        FileSource<String> files =
                FileSource.forRecordStreamFormat(
                                new TextLineInputFormat(), new Path(assignment.input().toUri()))
                        .build();
        env.fromSource(files, WatermarkStrategy.noWatermarks(), "text")
                .flatMap((String line, Collector<Tuple2<String, Long>> out) ->
                        Words.split(line, word -> out.collect(Tuple2.of(word, 1L))))
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .keyBy(pair -> pair.f0, Types.STRING)
                .sum(1)
                .map(pair -> pair.f0 + "\t" + pair.f1)
                .sinkTo(
                        FileSink.forRowFormat(
                                        new Path(assignment.results().toUri()),
                                        new SimpleStringEncoder<String>())
                                .build());
    }
}
