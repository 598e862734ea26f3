package dev.millstream.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.OperatorID;
import dev.millstream.graph.job.OperatorInfo;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperatorIdsTest {
    /** Ids by operator name; names must differ. */
    private static Map<String, OperatorID> ids(Programs.Body body) {
        Map<String, OperatorID> ids = new TreeMap<>();
        for (JobVertex vertex : Programs.compile(body).vertices()) {
            for (OperatorInfo operator : vertex.operators()) {
                assertThat(ids.put(operator.name(), operator.id())).isNull();
            }
        }
        return ids;
    }

    private static final Programs.Body PROGRAM =
            env ->
                    env.fromSequence(1, 9)
                            .name("source")
                            .map(x -> x)
                            .name("map")
                            .keyBy(x -> x)
                            .reduce(Long::sum)
                            .name("sum")
                            .sinkTo(new DiscardingSink<>())
                            .name("sink");

    @Test
    void shouldStayTheSameWhenTheProgramIsBuiltAgain() {
        assertThat(ids(PROGRAM)).isEqualTo(ids(PROGRAM)).hasSize(4);
    }

    @Test
    void shouldNotDependOnParallelismChainingOrSlots() {
        Map<String, OperatorID> tuned =
                ids(env ->
                        env.setParallelism(7)
                                .disableOperatorChaining()
                                .fromSequence(1, 9)
                                .name("source")
                                .setParallelism(1)
                                .rebalance()
                                .map(x -> x)
                                .name("map")
                                .slotSharingGroup("g")
                                .setParallelism(3)
                                .keyBy(x -> x)
                                .reduce(Long::sum)
                                .name("sum")
                                .sinkTo(new DiscardingSink<>())
                                .name("sink"));
        assertThat(tuned.get("source")).isEqualTo(ids(PROGRAM).get("source"));
    }

    @Test
    void shouldNotDependOnWhatIsDownstreamOrBeside() {
        Map<String, OperatorID> more =
                ids(env -> {
                    env.fromSequence(5, 6)
                            .name("other")
                            .sinkTo(new DiscardingSink<>())
                            .name("other sink");
                    env.fromSequence(1, 9)
                            .name("source")
                            .map(x -> x)
                            .name("map")
                            .keyBy(x -> x)
                            .reduce(Long::sum)
                            .name("sum")
                            .filter(x -> x > 1)
                            .name("filter")
                            .sinkTo(new DiscardingSink<>())
                            .name("late sink");
                });
        for (String name : List.of("source", "map", "sum")) {
            assertThat(more.get(name)).as(name).isEqualTo(ids(PROGRAM).get(name));
        }
    }

    @Test
    void shouldChangeWithWhatIsRead() {
        Map<String, OperatorID> inserted =
                ids(env ->
                        env.fromSequence(1, 9)
                                .name("source")
                                .filter(x -> x > 1)
                                .name("filter")
                                .map(x -> x)
                                .name("map")
                                .keyBy(x -> x)
                                .reduce(Long::sum)
                                .name("sum")
                                .uid("the sum")
                                .sinkTo(new DiscardingSink<>())
                                .name("sink"));
        assertThat(inserted.get("source")).isEqualTo(ids(PROGRAM).get("source"));
        assertThat(inserted.get("map")).isNotEqualTo(ids(PROGRAM).get("map"));
    }

    @Test
    void shouldComeFromTheUidWhereThereIsOne() {
        OperatorID first =
                ids(env -> env.fromSequence(1, 9).name("a").uid("u").sinkTo(new DiscardingSink<>()))
                        .get("a");
        OperatorID second =
                ids(env -> env.fromSequence(1, 9).name("b").uid("u").sinkTo(new DiscardingSink<>()))
                        .get("b");
        assertThat(first).isEqualTo(second);
    }

    @Test
    void shouldTellTwinsApart() {
        List<OperatorID> ids =
                Programs.compile(
                                env -> {
                                    env.fromSequence(1, 9)
                                            .name("twin")
                                            .sinkTo(new DiscardingSink<>());
                                    env.fromSequence(1, 9)
                                            .name("twin")
                                            .sinkTo(new DiscardingSink<>());
                                })
                        .vertices()
                        .stream()
                        .flatMap(vertex -> vertex.operators().stream().map(OperatorInfo::id))
                        .toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }
}
