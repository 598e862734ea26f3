package bad;

import dev.millstream.core.execution.JobClient;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.DataStreamSource;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** A program that can't work, for the reason that the first argument names. */
public final class RefusedPrograms {
    /** A record, for fields. */
    public record Word(String text, int length) {}

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStreamSource<String> words = env.fromData("a", "b");
        switch (args[0]) {
            case "no sink" -> words.map(String::length).name("lengths");
            case "not serialisable" -> {
                Object lock = new Object();
                words.map(word -> word + lock).name("locked").print();
            }
            case "equal uids" -> {
                words.map(String::length).uid("lengths").print();
                words.map(String::strip).uid("lengths").print();
            }
            case "array as key" -> words.keyBy(String::toCharArray).sum(0).print();
            case "object as key" -> words.keyBy(word -> new Object()).reduce((a, b) -> a).print();
            case "parallelism 0" -> words.map(String::length).setParallelism(0).print();
            case "parallelism above maximum" ->
                    words.map(String::length).setMaxParallelism(4).setParallelism(8).print();
            case "no such field" -> wordsOf(words).keyBy(Word::text).sum("lenght").print();
            case "no number" -> wordsOf(words).keyBy(Word::length).sum("text").print();
            case "null element" -> env.fromData("a", null);
            case "forward" -> words.setParallelism(1).forward().map(String::length).print();
            case "nothing" -> {
                return;
            }
            case "main" -> throw new IllegalStateException("the settings are incomplete");
            case "main with cause" -> fail();
            case "initializer" -> Broken.touch();
            case "cancelled" -> {
                cancel(env);
                return;
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        env.execute(args[0]);
    }

    private static DataStream<Word> wordsOf(DataStream<String> words) {
        return words.map(word -> new Word(word, word.length()));
    }

    private static void fail() {
        try {
            throw new IllegalStateException("no database");
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("the settings can't be loaded", e);
        }
    }

    private static void cancel(StreamExecutionEnvironment env) throws Exception {
        env.fromSequence(0, Long.MAX_VALUE).filter(n -> n < 0).print();
        JobClient job = env.executeAsync("endless");
        job.cancel().get();
    }

    private static final class Broken {
        private static final String SETTINGS = settings();

        private static String settings() {
            throw new IllegalStateException("there are no settings");
        }

        static void touch() {
            System.out.println(SETTINGS);
        }
    }
}
