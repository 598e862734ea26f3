package dev.millstream.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.graph.stream.StreamGraph;
import dev.millstream.graph.stream.StreamNode;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchCombiningTest {
    private static StreamGraph compile(RuntimeExecutionMode mode, Aggregate aggregate) {
        return GraphCompiler.streamGraph(
                Programs.of(env -> {
                    env.setRuntimeMode(mode);
                    aggregate.of(numbers(env)).print();
                }),
                Programs.DEFAULT_PARALLELISM);
    }

    private static DataStream<Long> numbers(StreamExecutionEnvironment env) {
        return env.fromSequence(1, 10);
    }

    private interface Aggregate {
        DataStream<Long> of(DataStream<Long> numbers);
    }

    private static List<String> names(StreamGraph graph) {
        return graph.nodes().stream().map(StreamNode::name).toList();
    }

    @Test
    void shouldCombineBuiltInAggregatesWhereRecordsAreSent() {
        StreamGraph graph =
                compile(RuntimeExecutionMode.BATCH, numbers -> numbers.keyBy(n -> n % 2).sum(0));

        assertThat(names(graph)).containsSubsequence("Combine for Keyed Sum", "Keyed Sum");
        assertThat(graph.nodes()).allMatch(node -> graph.node(node.id()).equals(node));
        assertThat(graph.edges())
                .allMatch(edge -> edge.source() < edge.target())
                .allMatch(edge -> graph.edges().get(edge.id()).equals(edge));
    }

    @Test
    void shouldNotCombineWhereEachUpdateIsWanted() {
        assertThat(
                        names(
                                compile(
                                        RuntimeExecutionMode.STREAMING,
                                        numbers -> numbers.keyBy(n -> n % 2).sum(0))))
                .noneMatch(name -> name.startsWith("Combine"));
    }

    @Test
    void shouldNotCombineByAUsersFunction() {
        assertThat(
                        names(
                                compile(
                                        RuntimeExecutionMode.BATCH,
                                        numbers ->
                                                numbers.keyBy(n -> n % 2).reduce((a, b) -> a - b))))
                .noneMatch(name -> name.startsWith("Combine"));
    }
}
