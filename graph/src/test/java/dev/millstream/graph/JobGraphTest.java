package dev.millstream.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.chain.ChainOutput;
import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.types.closure.ClosureBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobGraphTest {
    /** Either input, as it is. */
    static final class Both implements CoMapFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map1(Long value) {
            return value;
        }

        @Override
        public Long map2(Long value) {
            return -value;
        }
    }

    private static ChainDescriptor open(JobVertex vertex) {
        return (ChainDescriptor)
                ClosureBytes.deserialize(
                        vertex.chain().array(), JobGraphTest.class.getClassLoader());
    }

    private static JobEdge edge(Programs.Body body) {
        return Programs.compile(body).vertices().getLast().inputs().getFirst();
    }

    @Test
    void shouldShipForwardWhereParallelismIsTheSameAndRebalanceWhereItIsNot() {
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .map(x -> x)
                                                .disableChaining()
                                                .sinkTo(new DiscardingSink<>()))
                                .shipStrategy())
                .isEqualTo("FORWARD");
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .sinkTo(new DiscardingSink<>())
                                                .setParallelism(3))
                                .shipStrategy())
                .isEqualTo("REBALANCE");
    }

    @Test
    void shouldConnectNeighboursForForwardAndRescaleOnly() {
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .rescale()
                                                .sinkTo(new DiscardingSink<>())
                                                .setParallelism(4))
                                .pattern())
                .isEqualTo(DistributionPattern.POINTWISE);
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .shuffle()
                                                .sinkTo(new DiscardingSink<>()))
                                .pattern())
                .isEqualTo(DistributionPattern.ALL_TO_ALL);
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .broadcast()
                                                .sinkTo(new DiscardingSink<>()))
                                .pattern())
                .isEqualTo(DistributionPattern.ALL_TO_ALL);
        assertThat(
                        edge(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(2)
                                                .global()
                                                .sinkTo(new DiscardingSink<>()))
                                .pattern())
                .isEqualTo(DistributionPattern.ALL_TO_ALL);
    }

    @Test
    void shouldFeedEachInputOfATwoInputOperator() {
        JobGraph graph =
                Programs.compile(env -> {
                    DataStream<Long> left = env.fromSequence(1, 9).name("left");
                    DataStream<Long> right = env.fromSequence(1, 9).name("right");
                    left.union(env.fromSequence(1, 3).name("more"))
                            .connect(right)
                            .map(new Both())
                            .sinkTo(new DiscardingSink<>());
                });
        JobVertex vertex = graph.vertices().getLast();
        assertThat(open(vertex).nodes().getFirst().inputs()).containsExactly(0, 0, 1);
        assertThat(vertex.inputs().stream().map(edge -> graph.vertex(edge.source()).name()))
                .containsExactly("left", "more", "right");
    }

    @Test
    void shouldKeepResultsInFilesInBatchModeOnly() {
        Programs.Body body =
                env ->
                        env.fromSequence(1, 9)
                                .keyBy(x -> x)
                                .reduce(Long::sum)
                                .sinkTo(new DiscardingSink<>());
        assertThat(Programs.compile(body).vertices().getFirst().results().getFirst().kind())
                .isEqualTo(ResultKind.PIPELINED);
        JobGraph batch =
                Programs.compile(env -> {
                    env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
                    body.build(env);
                });
        assertThat(batch.batch()).isTrue();
        assertThat(batch.vertices().getFirst().results().getFirst().kind())
                .isEqualTo(ResultKind.BLOCKING);
    }

    @Test
    void shouldRouteRecordsByTheKeyGroupsOfTheirConsumer() {
        JobVertex source =
                Programs.compile(env ->
                                env.fromSequence(1, 9)
                                        .keyBy(x -> x)
                                        .reduce(Long::sum)
                                        .setMaxParallelism(16)
                                        .sinkTo(new DiscardingSink<>())
                                        .setMaxParallelism(16))
                        .vertices()
                        .getFirst();
        ChainOutput.ToResult output =
                (ChainOutput.ToResult) open(source).nodes().getFirst().outputs().getFirst();
        assertThat(output.maxParallelism()).isEqualTo(16);
    }

    @Test
    void shouldHave128KeyGroupsAndMoreForWideOperators() {
        assertThat(
                        Programs.compile(env ->
                                        env.fromSequence(1, 9).sinkTo(new DiscardingSink<>()))
                                .vertices()
                                .getFirst()
                                .maxParallelism())
                .isEqualTo(128);
        assertThat(
                        Programs.compile(env ->
                                        env.fromSequence(1, 9)
                                                .setParallelism(200)
                                                .sinkTo(new DiscardingSink<>())
                                                .setParallelism(200))
                                .vertices()
                                .getFirst()
                                .maxParallelism())
                .isEqualTo(512);
    }

    @Test
    void shouldInheritTheSlotSharingGroupThatAllInputsHave() {
        List<JobVertex> vertices =
                Programs.compile(env ->
                                env.fromSequence(1, 9)
                                        .slotSharingGroup("left")
                                        .keyBy(x -> x)
                                        .reduce(Long::sum)
                                        .sinkTo(new DiscardingSink<>()))
                        .vertices();
        assertThat(vertices).extracting(JobVertex::slotSharingGroup).containsOnly("left");
    }

    @Test
    void shouldFallBackToTheDefaultGroupWhereInputsDiffer() {
        List<JobVertex> vertices =
                Programs.compile(
                                env -> {
                                    DataStream<Long> left =
                                            env.fromSequence(1, 9).slotSharingGroup("left");
                                    DataStream<Long> right =
                                            env.fromSequence(1, 9).slotSharingGroup("right");
                                    left.connect(right)
                                            .map(new Both())
                                            .sinkTo(new DiscardingSink<>());
                                })
                        .vertices();
        assertThat(vertices.getLast().slotSharingGroup()).isEqualTo("default");
    }

    @Test
    void shouldGiveSourcesACoordinatorAndNothingElse() {
        List<JobVertex> vertices =
                Programs.compile(env ->
                                env.fromSequence(1, 9)
                                        .keyBy(x -> x)
                                        .reduce(Long::sum)
                                        .sinkTo(new DiscardingSink<>()))
                        .vertices();
        assertThat(vertices.getFirst().hasSource()).isTrue();
        assertThat(vertices.getFirst().coordinator()).isPresent();
        assertThat(vertices.getLast().hasSource()).isFalse();
        assertThat(vertices.getLast().coordinator()).isEmpty();
    }

    @Test
    void shouldCompileAProgramToTheSameGraphEachTime() {
        Programs.Body body =
                env ->
                        env.fromSequence(1, 9)
                                .keyBy(x -> x % 3)
                                .reduce(Long::sum)
                                .sinkTo(new DiscardingSink<>());
        assertThat(Programs.compile(body)).isEqualTo(Programs.compile(body));
    }

    @Test
    void shouldRefuseForwardBetweenDifferentParallelisms() {
        assertThatThrownBy(() ->
                        Programs.compile(env ->
                                env.fromSequence(1, 9)
                                        .name("numbers")
                                        .setParallelism(2)
                                        .forward()
                                        .map(x -> x)
                                        .name("same")
                                        .setParallelism(3)
                                        .sinkTo(new DiscardingSink<>())))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("numbers")
                .hasMessageContaining("same")
                .hasMessageContaining("JobGraphTest.java:");
    }

    @Test
    void shouldRefuseBatchModeForASourceThatNeverEnds() {
        assertThatThrownBy(() ->
                        Programs.compile(env -> {
                            env.setRuntimeMode(RuntimeExecutionMode.BATCH);
                            env.fromSource(new EndlessSource(), EndlessSource.WATERMARKS, "endless")
                                    .sinkTo(new DiscardingSink<>());
                        }))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("endless");
    }

    @Test
    void shouldRefuseCoLocationOfDifferentParallelisms() {
        assertThatThrownBy(() ->
                        Programs.compile(env -> {
                            DataStream<Long> numbers = env.fromSequence(1, 9);
                            SingleOutputStreamOperator<Long> a =
                                    numbers.map(x -> x).name("a").setParallelism(2);
                            a.sinkTo(new DiscardingSink<>());
                            numbers.map(x -> x)
                                    .name("b")
                                    .setParallelism(3)
                                    .coLocateWith(a)
                                    .sinkTo(new DiscardingSink<>());
                        }))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'");
    }
}
