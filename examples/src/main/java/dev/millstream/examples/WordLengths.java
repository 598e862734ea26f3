package dev.millstream.examples;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * For each length of word: how many different words there are, and how many in all. Runs in batch
 * mode, in two stages: the second counts the final results of the first, which in streaming mode it
 * would see as a stream of updates.
 *
 * <p>{@code ./millstream run wordlengths} reads a text that comes with Millstream; {@code
 * ./millstream run wordlengths --input FILE} reads others: files, folders or globs. Each line is
 * {@code length<TAB>different words<TAB>words}.
 */
public final class WordLengths {
    /** How often a word was seen. */
    public record Count(String word, long count) {}

    /**
     * Words of one length.
     *
     * @param different how many distinct ones
     * @param total how many in all
     */
    public record Length(int length, long different, long total) {
        Length plus(Length other) {
            return new Length(length, different + other.different, total + other.total);
        }

        @Override
        public String toString() {
            return length + "\t" + different + "\t" + total;
        }
    }

    private WordLengths() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args, "input");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        List<Length> lengths = new ArrayList<>();
        try (CloseableIterator<Length> all =
                Words.of(env, arguments.inputs("input", "genesis.txt"))
                        .map(word -> new Count(word, 1))
                        .keyBy(Count::word)
                        .reduce((a, b) -> new Count(a.word(), a.count() + b.count()))
                        .map(count -> new Length(count.word().length(), 1, count.count()))
                        .keyBy(Length::length)
                        .reduce(Length::plus)
                        .executeAndCollect("word lengths")) {
            all.forEachRemaining(lengths::add);
        }
        lengths.stream()
                .sorted(Comparator.comparingInt(Length::length))
                .forEach(System.out::println);
    }
}
