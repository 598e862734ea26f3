package dev.millstream.benchmarks.programs;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.text.Words;
import dev.millstream.connector.file.src.FileSource;
import dev.millstream.connector.file.src.reader.TextWordInputFormat;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.Collector;

/** W1. */
final class WordCount {
    /**
     * A word and how often it was seen.
     *
     * @param word the word
     * @param count how often
     */
    record Counted(String word, long count) {}

    private WordCount() {}

    /** Records. */
    static void records(StreamExecutionEnvironment env, Assignment assignment) {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        env.readTextFile(assignment.input().toString())
                .flatMap((String line, Collector<Counted> out) ->
                        Words.split(line, word -> out.collect(new Counted(word, 1))))
                .keyBy(Counted::word)
                .sum(Counted::count)
                .map(counted -> counted.word() + "\t" + counted.count())
                .writeAsText(assignment.results().toString());
    }

    /** A source of words, so that there is no String for each line. */
    static void words(StreamExecutionEnvironment env, Assignment assignment) {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        env.fromSource(
                        FileSource.forRecordStreamFormat(
                                        new TextWordInputFormat(),
                                        new Path(assignment.input().toString()))
                                .build(),
                        WatermarkStrategy.noWatermarks(),
                        "Words")
                .map(word -> new Counted(word, 1))
                .keyBy(Counted::word)
                .sum(Counted::count)
                .map(counted -> counted.word() + "\t" + counted.count())
                .writeAsText(assignment.results().toString());
    }

    /** Tuples. */
    static void tuples(StreamExecutionEnvironment env, Assignment assignment) {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        env.readTextFile(assignment.input().toString())
                .flatMap((String line, Collector<Tuple2<String, Long>> out) ->
                        Words.split(line, word -> out.collect(Tuple2.of(word, 1L))))
                .keyBy(pair -> pair.f0)
                .sum(1)
                .map(pair -> pair.f0 + "\t" + pair.f1)
                .writeAsText(assignment.results().toString());
    }
}
