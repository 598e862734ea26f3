package dev.millstream.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.graph.plan.PlanText;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final JobGraph GRAPH =
            Programs.compile(env ->
                    env.fromSequence(1, 9)
                            .name("the \"source\"")
                            .setParallelism(3)
                            .keyBy(x -> x)
                            .reduce(Long::sum)
                            .name("sum")
                            .setParallelism(4)
                            .sinkTo(new DiscardingSink<>())
                            .name("sink")
                            .setParallelism(4));

    @Test
    void shouldShowVerticesEdgesAndSlotsAsText() {
        assertThat(PlanText.of(GRAPH, List.of("Mind \"this\"")))
                .contains(
                        "1. the \"source\"",
                        "parallelism 3 of at most 128",
                        "2. sum -> Sink: sink",
                        "reads 1 by hash, pipelined",
                        "Slots needed: 4",
                        "Warning: Mind \"this\"");
    }

    @Test
    void shouldShowThemAsJsonWithTheFieldsOwnNames() {
        assertThat(PlanJson.of(GRAPH, List.of("Mind \"this\"")))
                .contains(
                        "\"description\":\"the \\\"source\\\"\"",
                        "\"parallelism\":4",
                        "\"ship_strategy\":\"HASH\"",
                        "\"exchange\":\"pipelined_bounded\"",
                        "\"warnings\":[\"Mind \\\"this\\\"\"]")
                .startsWith("{\"jid\":\"00000000000000010000000000000002\"");
    }
}
