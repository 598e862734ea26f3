package dev.millstream.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.Programs.Body;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which operators become one task: a table of programs and the chains that they give. */
class ChainingTest {
    private static Arguments program(String what, List<String> chains, Body body) {
        return Arguments.of(what, chains, body);
    }

    static Stream<Arguments> programs() {
        return Stream.of(
                program(
                        "all in a row with one parallelism",
                        List.of("source -> a -> b -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .map(x -> x)
                                        .name("b")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "a change of parallelism",
                        List.of("source -> a", "b -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("b")
                                        .setParallelism(3)
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")
                                        .setParallelism(3)),
                program(
                        "keyBy",
                        List.of("source", "sum -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .keyBy(x -> x)
                                        .reduce(Long::sum)
                                        .name("sum")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "disableChaining",
                        List.of("source", "a", "b -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .disableChaining()
                                        .map(x -> x)
                                        .name("b")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "startNewChain",
                        List.of("source", "a -> b -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .startNewChain()
                                        .map(x -> x)
                                        .name("b")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "the global switch",
                        List.of("source", "a", "Sink: sink"),
                        env ->
                                env.disableOperatorChaining()
                                        .fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "another slot sharing group",
                        List.of("source", "a -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .map(x -> x)
                                        .name("a")
                                        .slotSharingGroup("other")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "rebalance",
                        List.of("source", "a -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .rebalance()
                                        .map(x -> x)
                                        .name("a")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "an explicit forward",
                        List.of("source -> a -> Sink: sink"),
                        env ->
                                env.fromSequence(1, 9)
                                        .name("source")
                                        .setParallelism(2)
                                        .forward()
                                        .map(x -> x)
                                        .name("a")
                                        .sinkTo(new DiscardingSink<>())
                                        .name("sink")),
                program(
                        "two readers of one stream",
                        List.of("source -> a -> Sink: one -> b -> Sink: two"),
                        env -> {
                            DataStream<Long> source =
                                    env.fromSequence(1, 9).name("source").setParallelism(2);
                            source.map(x -> x).name("a").sinkTo(new DiscardingSink<>()).name("one");
                            source.map(x -> x).name("b").sinkTo(new DiscardingSink<>()).name("two");
                        }),
                program(
                        "a union",
                        List.of("left", "right", "a -> Sink: sink"),
                        env -> {
                            DataStream<Long> left =
                                    env.fromSequence(1, 9).name("left").setParallelism(2);
                            DataStream<Long> right =
                                    env.fromSequence(1, 9).name("right").setParallelism(2);
                            left.union(right)
                                    .map(x -> x)
                                    .name("a")
                                    .sinkTo(new DiscardingSink<>())
                                    .name("sink");
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void shouldFuseWhatTheRulesAllow(String what, List<String> chains, Body body) {
        assertThat(Programs.compile(body).vertices())
                .extracting(JobVertex::name)
                .containsExactlyElementsOf(chains);
    }

    @Test
    void shouldReadAStreamTwiceWhenItIsUnitedWithItself() {
        List<JobVertex> vertices =
                Programs.compile(
                                env -> {
                                    DataStream<Long> source =
                                            env.fromSequence(1, 9).setParallelism(2);
                                    source.union(source).sinkTo(new DiscardingSink<>());
                                })
                        .vertices();
        assertThat(vertices.getFirst().results()).hasSize(2);
        assertThat(vertices.getLast().inputs()).hasSize(2);
        assertThat(vertices.getLast().inputs().getFirst().resultIndex()).isZero();
        assertThat(vertices.getLast().inputs().getLast().resultIndex()).isEqualTo(1);
    }
}
