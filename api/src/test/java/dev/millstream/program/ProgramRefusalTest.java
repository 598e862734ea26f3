package dev.millstream.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramRefusalTest {
    record Refusal(String name, Consumer<StreamExecutionEnvironment> program, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Not serializable. */
    static final class Connection {
        int handle;
    }

    static final class Enriching implements MapFunction<String, String> {
        private static final long serialVersionUID = 1L;
        private final Connection connection = new Connection();

        @Override
        public String map(String value) {
            return value + connection.handle;
        }
    }

    /** No stable hash: identity. */
    static final class Plain {}

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal("empty", env -> {}, "is empty", "no source and no sink"),
                refusal(
                        "no sink",
                        env -> env.fromData("a").map(x -> x + "b").name("append"),
                        "'test' has no sink",
                        "'append' at ",
                        "ProgramRefusalTest.java:",
                        "executeAndCollect()"),
                refusal(
                        "function with a field that isn't serializable",
                        env -> env.fromData("a").map(new Enriching()).name("enrich").print(),
                        "The function of operator 'enrich' at ",
                        "ProgramRefusalTest.java:",
                        "connection",
                        "Connection",
                        "transient"),
                refusal(
                        "lambda that captures something that isn't serializable",
                        env -> {
                            Connection captured = new Connection();
                            env.fromData("a").filter(x -> captured.handle == 0).print();
                        },
                        "The function of operator 'Filter' at ",
                        "Connection"),
                refusal(
                        "key selector that captures something that isn't serializable",
                        env -> {
                            Connection captured = new Connection();
                            env.fromData("a").keyBy(x -> x + captured.handle).print();
                        },
                        "The key selector of the 'Hash' at ",
                        "on records of operator 'Source: Collection' at ",
                        "Connection"),
                refusal(
                        "key that is an array",
                        env -> env.fromData("a").name("lines").keyBy(x -> new byte[0]).print(),
                        "operator 'lines' at ProgramRefusalTest.refusals(",
                        "can't be keyed at ",
                        "ProgramRefusalTest.java:",
                        "no stable hash"),
                refusal(
                        "key of a class without a structure",
                        env -> env.fromData("a").keyBy(x -> new Plain()).print(),
                        "Plain",
                        "no stable hash"),
                refusal(
                        "two operators with one uid",
                        env ->
                                env.fromData("a")
                                        .map(x -> x)
                                        .name("first")
                                        .uid("same")
                                        .map(x -> x)
                                        .name("second")
                                        .uid("same")
                                        .print(),
                        "uid 'same'",
                        "'first' at ",
                        "'second' at "),
                refusal(
                        "operator's parallelism of 0",
                        env -> env.fromData("a").map(x -> x).name("m").setParallelism(0).print(),
                        "parallelism of operator 'm' at ",
                        "ProgramRefusalTest.java:",
                        " is 0; it must be at least 1"),
                refusal(
                        "sink's parallelism below 0",
                        env -> env.fromData("a").print().setParallelism(-1),
                        "parallelism of operator 'Sink: Print to Std. Out' at ",
                        " is -1"),
                refusal(
                        "program's parallelism of 0",
                        env -> env.setParallelism(0),
                        "parallelism of the program, set at ",
                        "ProgramRefusalTest.java:",
                        " is 0"),
                refusal(
                        "parallelism above its maximum",
                        env ->
                                env.fromData("a")
                                        .map(x -> x)
                                        .name("m")
                                        .setParallelism(9)
                                        .setMaxParallelism(8)
                                        .print(),
                        "'m' at ",
                        "parallelism 9",
                        "maximum parallelism of 8"),
                refusal(
                        "parallelism above the program's maximum",
                        env -> {
                            env.setMaxParallelism(4);
                            env.setParallelism(5);
                            env.fromSequence(1, 2).print();
                        },
                        "'Source: Sequence' at ",
                        "parallelism 5",
                        "maximum parallelism of 4"),
                refusal(
                        "maximum parallelism too high",
                        env -> env.fromSequence(1, 2).setMaxParallelism(40_000).print(),
                        "maximum parallelism of operator 'Source: Sequence' at ",
                        "from 1 to 32768"),
                refusal(
                        "sum of a field that isn't there",
                        env -> words(env).keyBy(Word::text).sum("amount").print(),
                        "Operator 'sum' at ",
                        "ProgramRefusalTest.java:",
                        "on records of 'Source: Collection' at ",
                        "no field 'amount'",
                        "text, count"),
                refusal(
                        "sum of a field that isn't a number",
                        env -> words(env).keyBy(Word::text).sum("text").print(),
                        "Operator 'sum' at ",
                        "field 'text'",
                        "isn't a number"),
                refusal(
                        "maximum of a position that isn't there",
                        env -> words(env).keyBy(Word::text).max(2).print(),
                        "Operator 'max' at ",
                        "no field '2'"),
                refusal(
                        "sum by a function that isn't an accessor",
                        env -> words(env).keyBy(Word::text).sum(word -> word.count() + 1).print(),
                        "Operator 'sum' at ",
                        "isn't a reference to an accessor"),
                refusal(
                        "null among the elements",
                        env -> env.fromData(new String[1]).print(),
                        "Element 0 of the source at ",
                        "is null"));
    }

    private static DataStream<Word> words(StreamExecutionEnvironment env) {
        return env.fromData(new Word("a", 1));
    }

    private static Refusal refusal(
            String name, Consumer<StreamExecutionEnvironment> program, String... says) {
        return new Refusal(name, program, List.of(says));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldRefuseProgramThatCannotWork(Refusal refusal) {
        assertThatThrownBy(() -> RecordingExecutor.submitted(refusal.program()))
                .isInstanceOf(InvalidProgramException.class)
                .satisfies(failure ->
                        assertThat(failure.getMessage())
                                .contains(refusal.says())
                                .doesNotContain("\n"));
    }

    @Test
    void shouldNameTheLineOfTheCallThatMadeTheOperator() {
        List<Integer> lines = new ArrayList<>();
        assertThatThrownBy(() ->
                        RecordingExecutor.submitted(env -> env.fromData("a").map(noting(lines))))
                .satisfies(failure ->
                        assertThat(failure.getMessage())
                                .contains("ProgramRefusalTest.java:" + lines.getFirst()));
    }

    /** A function, made on the line that is noted. */
    private static MapFunction<String, String> noting(List<Integer> lines) {
        lines.add(new Throwable().getStackTrace()[1].getLineNumber());
        return value -> value;
    }

    @Test
    void shouldAcceptProgramThatCanWork() throws Exception {
        assertThat(
                        RecordingExecutor.submitted(env ->
                                        words(env)
                                                .keyBy(Word::text)
                                                .sum(Word::count)
                                                .uid("sum")
                                                .setParallelism(8)
                                                .setMaxParallelism(8)
                                                .print())
                                .operators())
                .hasSize(3);
    }
}
