package dev.millstream.examples;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.connector.file.sink.FileSink;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.CloseableIterator;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Counts words, and keeps nothing but a count for each.
 *
 * <ul>
 *   <li>{@code ./millstream run wordcount} counts those of a text that comes with Millstream, and
 *       prints the ten most frequent.
 *   <li>{@code ./millstream run wordcount --input FILE --output DIR} writes all counts to files in
 *       a new folder, a line {@code word<TAB>count} each. {@code --input} takes files, folders and
 *       globs.
 *   <li>{@code ./millstream run wordcount --streaming} prints (or writes) every update while it
 *       reads, instead of final counts.
 * </ul>
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
        Arguments arguments = new Arguments(args, "input", "output", "streaming");
        boolean streaming = arguments.has("streaming");
        Optional<String> output = arguments.output();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(streaming ? RuntimeExecutionMode.STREAMING : RuntimeExecutionMode.BATCH);
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
        } else {
            try (CloseableIterator<Count> all = counts.executeAndCollect("wordcount")) {
                if (streaming) {
                    all.forEachRemaining(System.out::println);
                } else {
                    mostFrequent(all).forEach(System.out::println);
                }
            }
        }
    }

    /** The ten most frequent, by count, then by word. */
    private static List<Count> mostFrequent(Iterator<Count> counts) {
        Comparator<Count> byFrequency =
                Comparator.comparingLong(Count::count).reversed().thenComparing(Count::word);
        PriorityQueue<Count> best = new PriorityQueue<>(byFrequency.reversed());
        while (counts.hasNext()) {
            best.add(counts.next());
            if (best.size() > MOST_FREQUENT) {
                best.remove();
            }
        }
        return best.stream().sorted(byFrequency).toList();
    }
}
