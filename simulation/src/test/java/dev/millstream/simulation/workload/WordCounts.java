package dev.millstream.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.RichFlatMapFunction;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.Collector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts words: one source, one shuffle by key. */
public final class WordCounts implements Workload {
    private static final int LINES = 150;
    private static final int WORDS_A_LINE = 8;
    private static final int DIFFERENT_WORDS = 60;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> oracle = new TreeMap<>();
    private final Split split;

    /** A word and how often it came up so far. */
    public record WordCount(String word, int count) implements Serializable {
        WordCount plus(WordCount other) {
            return new WordCount(word, count + other.count);
        }
    }

    public WordCounts(SeededRandom random) {
        this(random, 0);
    }

    /**
     * One that fails.
     *
     * @param failures how many attempts fail, in the middle of the input
     */
    public WordCounts(SeededRandom random, int failures) {
        this.split = new Split(failures, random.between(0, LINES / 8));
        for (int i = 0; i < LINES; i++) {
            List<String> words = new ArrayList<>();
            for (int j = 0; j < WORDS_A_LINE; j++) {
                // Some words are much more frequent than others.
                int bound = random.between(1, DIFFERENT_WORDS);
                String word = "word" + random.nextInt(bound);
                words.add(word);
                oracle.merge(word, 1, Integer::sum);
            }
            lines.add(String.join(" ", words));
        }
    }

    @Override
    public String name() {
        return "wordcount";
    }

    @Override
    public void build(StreamExecutionEnvironment environment) {
        environment
                .fromData(lines)
                .rebalance()
                .flatMap(split)
                .keyBy(WordCount::word)
                .reduce(WordCount::plus)
                .collectAsync();
    }

    private static final class Split extends RichFlatMapFunction<String, WordCount> {
        private static final long serialVersionUID = 1L;

        private final int failures;
        private int linesLeft;

        Split(int failures, int linesBeforeFailure) {
            this.failures = failures;
            this.linesLeft = linesBeforeFailure;
        }

        @Override
        public void flatMap(String line, Collector<WordCount> out) {
            boolean fails = getRuntimeContext().getTaskInfo().getAttemptNumber() < failures;
            if (fails && linesLeft-- == 0) {
                throw new IllegalStateException("planned failure");
            }
            for (String word : line.split(" ", -1)) {
                out.collect(new WordCount(word, 1));
            }
        }
    }

    @Override
    public void check(List<Object> collected, boolean batch) {
        Map<String, Integer> last = new TreeMap<>();
        for (Object record : collected) {
            WordCount count = (WordCount) record;
            int before = last.getOrDefault(count.word(), 0);
            if (!batch) {
                assertThat(count.count()).describedAs("%s", count).isEqualTo(before + 1);
            }
            last.put(count.word(), count.count());
        }
        assertThat(last).isEqualTo(oracle);
        assertThat(collected).hasSize(batch ? oracle.size() : LINES * WORDS_A_LINE);
    }
}
