package dev.millstream.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.engine.task.Task;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.types.Input;
import dev.millstream.types.closure.ClosureBytes;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void close() {
        process.close();
    }

    private TestJob start(long last) {
        return process.start(env -> {
            DataStream<Long> numbers = env.fromSequence(1, last).setParallelism(1);
            numbers.collectAsync();
        });
    }

    private static Task collector(TestJob job) {
        return job.tasks().getLast();
    }

    private static String collectId(TestJob job) {
        return job.graph().vertices().stream()
                .map(vertex ->
                        (ChainDescriptor)
                                ClosureBytes.deserialize(
                                        vertex.chain().array(), CollectTest.class.getClassLoader()))
                .flatMap(chain -> chain.nodes().stream())
                .map(node -> node.operation())
                .filter(Operation.Collect.class::isInstance)
                .map(operation -> ((Operation.Collect) operation).collectId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldHandAllResultsToTheClientAndEndThen() throws Exception {
        TestJob job = start(100_000);
        String id = collectId(job);
        List<Object> fetched = new ArrayList<>();
        Serializers serializers = new Serializers(CollectTest.class.getClassLoader());

        CollectedResults answer;
        do {
            answer = process.collectBuffers().fetch(collector(job).attempt(), id, fetched.size());
            for (Bytes record : answer.records()) {
                fetched.add(new RecordDecoder(serializers).decode(new Input(record.array())));
            }
        } while (!answer.finished());
        job.await();

        assertThat(fetched)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100_000).<Object>mapToObj(n -> n).toList());
        assertThat(job.statesOf(collector(job).attempt()))
                .last()
                .isEqualTo(ExecutionState.FINISHED);
        assertThat(process.collectBuffers().contains(collector(job).attempt(), id)).isFalse();
    }

    @Test
    void shouldBeCancelledWhileItWaitsForTheClient() throws Exception {
        TestJob job = start(1_000_000);
        job.awaitThat(started -> started.hasReported(ExecutionState.RUNNING));

        job.cancel();
        job.await();

        assertThat(job.statesOf(collector(job).attempt()))
                .last()
                .isEqualTo(ExecutionState.CANCELED);
    }

    @Test
    void shouldAnswerARequestForResultsThatAreNotThereYet() {
        TestJob job = start(1);

        assertThat(process.collectBuffers().fetch(collector(job).attempt(), "unknown", 5))
                .isEqualTo(new CollectedResults(0, List.of(), false, 0));
        job.cancel();
    }
}
