package dev.millstream.examples;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.connector.file.sink.FileSink;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.CloseableIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Counts words.
 *
 * <p>{@code ./millstream run wordcount} counts those of a text that comes with Millstream and
 * prints the ten most frequent. {@code ./millstream run wordcount --input FILE --output DIR} writes
 * all counts, a line {@code word<TAB>count} each. {@code --streaming} writes (or prints) every
 * update instead of final counts only.
 */
public final class WordCount {
    /**
     * A word and how often it was seen.
     *
     * @param word in lower case
     */
    public record Count(String word, long count) {
        @Override
        public String toString() {
            return word + "\t" + count;
        }
    }

    private static final int MOST_FREQUENT = 10;

    private WordCount() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args, List.of("input", "output", "streaming"));
        Optional<String> output = arguments.output();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(
                arguments.has("streaming")
                        ? RuntimeExecutionMode.STREAMING
                        : RuntimeExecutionMode.BATCH);
        DataStream<Count> counts =
                Words.of(env, arguments.inputs("input", "genesis.txt"))
                        .map(word -> new Count(word, 1))
                        .keyBy(Count::word)
                        .sum("count")
                        .name("count");
        if (output.isPresent()) {
            counts.sinkTo(
                    FileSink.forRowFormat(new Path(output.get()), new SimpleStringEncoder<Count>())
                            .build());
            env.execute("wordcount");
        } else if (arguments.has("streaming")) {
            counts.print();
            env.execute("wordcount");
        } else {
            printMostFrequent(counts);
        }
    }

    private static void printMostFrequent(DataStream<Count> counts) throws Exception {
        Comparator<Count> byFrequency =
                Comparator.comparingLong(Count::count).reversed().thenComparing(Count::word);
        PriorityQueue<Count> best = new PriorityQueue<>(byFrequency.reversed());
        try (CloseableIterator<Count> all = counts.executeAndCollect("wordcount")) {
            while (all.hasNext()) {
                best.add(all.next());
                if (best.size() > MOST_FREQUENT) {
                    best.remove();
                }
            }
        }
        best.stream().sorted(byFrequency).forEach(System.out::println);
    }
}
