package bad;

import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.util.Collector;

/** A job in which the function named by the first argument fails. */
public final class FailingFunctions {
    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<String> words = env.fromData("a", "b", "a", "c");
        switch (args[0]) {
            case "map" -> words.rebalance().map(new FailInSecondSubtask()).name("parse").print();
            case "flatMap" -> words.flatMap(FailingFunctions::split).print();
            case "filter" -> words.filter(FailingFunctions::isKnown).print();
            case "reduce" -> words.keyBy(word -> word).reduce(FailingFunctions::join).print();
            case "process" -> words.process(new FailingProcess()).print();
            case "keySelector" -> words.keyBy(FailingFunctions::keyOf).reduce((a, b) -> a).print();
            case "coMap" -> words.connect(words).map(new FailingCoMap()).print();
            case "coFlatMap" -> words.connect(words).flatMap(new FailingCoFlatMap()).print();
            case "partitioner" ->
                    words.partitionCustom(FailingFunctions::choose, word -> word).print();
            case "partition" -> words.partitionCustom((key, n) -> n, word -> word).print();
            case "open" -> words.map(new FailingOpen()).print();
            case "close" -> words.map(new FailingClose()).print();
            case "accumulator" -> words.map(new FailingAccumulation()).print();
            case "merge" -> words.rebalance().map(new FailingMerge()).print();
            case "generator" -> generated(env).print();
            case "toString" -> words.map(Unprintable::new).print();
            case "null" -> words.map(word -> (String) null).print();
            case "cause" -> words.map(FailingFunctions::load).print();
            case "error" -> words.map(FailingFunctions::recurse).print();
            default -> throw new IllegalArgumentException(args[0]);
        }
        env.execute("failing " + args[0]);
    }

    private static DataStream<String> generated(StreamExecutionEnvironment env) {
        return env.fromSource(
                new DataGeneratorSource<>(FailingFunctions::generate, 10),
                WatermarkStrategy.noWatermarks(),
                "generated");
    }

    private static String generate(long index) {
        throw new IllegalStateException("no record " + index);
    }

    private static void split(String line, Collector<String> out) {
        throw new IllegalStateException("can't split '" + line + "'");
    }

    private static Integer keyOf(String line) {
        throw new IllegalStateException("can't find the key of '" + line + "'");
    }

    private static int choose(String key, int partitions) {
        throw new IllegalStateException("can't choose a partition for '" + key + "'");
    }

    private static boolean isKnown(String word) {
        throw new IllegalStateException("can't look up '" + word + "'");
    }

    private static String join(String left, String right) {
        throw new IllegalStateException("can't join " + left + " and " + right);
    }

    private static String load(String word) {
        try {
            return connect();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("can't load '" + word + "'", e);
        }
    }

    private static String connect() {
        throw new IllegalStateException("nobody answers");
    }

    private static String recurse(String word) {
        throw new StackOverflowError();
    }

    private static final class FailInSecondSubtask extends RichMapFunction<String, Integer> {
        @Override
        public Integer map(String word) {
            if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 1) {
                throw new IllegalStateException("can't parse the word");
            }
            return 1;
        }
    }

    private static final class FailingProcess extends ProcessFunction<String, String> {
        @Override
        public void processElement(String word, Context context, Collector<String> out) {
            throw new IllegalStateException("can't process '" + word + "'");
        }
    }

    private static final class FailingCoMap implements CoMapFunction<String, String, String> {
        @Override
        public String map1(String left) {
            return left;
        }

        @Override
        public String map2(String right) {
            throw new IllegalStateException("can't map '" + right + "'");
        }
    }

    private static final class FailingCoFlatMap
            implements CoFlatMapFunction<String, String, String> {
        @Override
        public void flatMap1(String left, Collector<String> out) {
            throw new IllegalStateException("can't split '" + left + "'");
        }

        @Override
        public void flatMap2(String right, Collector<String> out) {
            out.collect(right);
        }
    }

    private static final class FailingOpen extends RichMapFunction<String, String> {
        @Override
        public void open(OpenContext context) {
            throw new IllegalStateException("no database");
        }

        @Override
        public String map(String word) {
            return word;
        }
    }

    private static final class FailingClose extends RichMapFunction<String, String> {
        @Override
        public String map(String word) {
            return word;
        }

        @Override
        public void close() {
            throw new IllegalStateException("the database is gone");
        }
    }

    private static final class FailingAccumulation extends RichMapFunction<String, String> {
        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator("words", new IntCounter());
            getRuntimeContext().addAccumulator("words", new IntCounter());
        }

        @Override
        public String map(String word) {
            return word;
        }
    }

    private static final class FailingMerge extends RichMapFunction<String, String> {
        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator("words", new Unmergeable());
        }

        @Override
        public String map(String word) {
            return word;
        }
    }

    /** Counts nothing, and can't be merged. */
    public static final class Unmergeable implements Accumulator<String, String> {
        @Override
        public void add(String value) {}

        @Override
        public String getLocalValue() {
            return "";
        }

        @Override
        public void resetLocal() {}

        @Override
        public void merge(Accumulator<String, String> other) {
            throw new IllegalStateException("can't merge");
        }

        @Override
        public Accumulator<String, String> clone() {
            return new Unmergeable();
        }
    }

    /** A record that can't be printed. */
    public record Unprintable(String word) {
        @Override
        public String toString() {
            throw new IllegalStateException("can't print '" + word + "'");
        }
    }
}
