package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.workload.text.Words;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** W8: counts the words of a file and prints the counts. */
public final class FlinkStart {
    private FlinkStart() {}

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment().setParallelism(2);
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        FileSource<String> file =
                FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(args[0]))
                        .build();
        env.fromSource(file, WatermarkStrategy.noWatermarks(), "text")
                .flatMap((String line, Collector<Tuple2<String, Long>> out) ->
                        Words.split(line, word -> out.collect(Tuple2.of(word, 1L))))
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .keyBy(pair -> pair.f0, Types.STRING)
                .sum(1)
                .map(pair -> pair.f0 + "\t" + pair.f1)
                .print();
        var _ = env.execute("wordcount");
        System.exit(0);
    }
}
