package dev.millstream.examples;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares two texts: connects two streams of words, and prints the ten words whose counts differ
 * most. In automatic mode, which is batch here, as files end.
 *
 * <p>{@code ./millstream run compare} compares two texts that come with Millstream; {@code
 * ./millstream run compare --left FILE --right FILE} compares others. Each line is {@code
 * word<TAB>count in the left<TAB>count in the right}.
 */
public final class CompareTexts {
    /**
     * How often a word is in each text.
     *
     * @param word in lower case
     */
    public record Pair(String word, long left, long right) {
        Pair plus(Pair other) {
            return new Pair(word, left + other.left, right + other.right);
        }

        long difference() {
            return Math.abs(left - right);
        }

        @Override
        public String toString() {
            return word + "\t" + left + "\t" + right;
        }
    }

    /** Brings the words of both texts into one form. */
    static final class ToPair implements CoMapFunction<String, String, Pair> {
        private static final long serialVersionUID = 1L;

        @Override
        public Pair map1(String word) {
            return new Pair(word, 1, 0);
        }

        @Override
        public Pair map2(String word) {
            return new Pair(word, 0, 1);
        }
    }

    private static final int MOST_DIFFERENT = 10;

    private CompareTexts() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args, "left", "right");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
        DataStream<String> left = Words.of(env, arguments.inputs("left", "genesis.txt"));
        DataStream<String> right = Words.of(env, arguments.inputs("right", "exodus.txt"));
        List<Pair> pairs = new ArrayList<>();
        try (CloseableIterator<Pair> all =
                left.connect(right)
                        .map(new ToPair())
                        .keyBy(Pair::word)
                        .reduce(Pair::plus)
                        .executeAndCollect("compare texts")) {
            all.forEachRemaining(pairs::add);
        }
        pairs.stream()
                .sorted(
                        Comparator.comparingLong(Pair::difference)
                                .reversed()
                                .thenComparing(Pair::word))
                .limit(MOST_DIFFERENT)
                .forEach(System.out::println);
    }
}
