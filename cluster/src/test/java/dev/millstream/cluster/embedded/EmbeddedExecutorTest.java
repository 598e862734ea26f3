package dev.millstream.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedExecutorTest {
    @Test
    void shouldRunAProgramAndHandItsResultsToTheProgram() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<Long> sums =
                env.fromSequence(1, 100).map(n -> n * 2).keyBy(n -> n % 3).reduce(Long::sum);
        List<Long> results = new java.util.ArrayList<>();
        try (var it = sums.executeAndCollect()) {
            it.forEachRemaining(results::add);
        }
        assertThat(results).hasSize(100);
    }
}
