package dev.millstream.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobStatus;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CollectTest {
    private final FakeJobClient client = new FakeJobClient();
    private final RecordingExecutor executor = new RecordingExecutor(client);

    private static byte[] bytes(Object value) {
        Output output = new Output();
        new RecordEncoder(new Serializers(CollectTest.class.getClassLoader()))
                .encode(value, output);
        return Arrays.copyOf(output.array(), output.position());
    }

    private void answer(long offset, boolean finished, int attempt, Object... values) {
        client.answers.add(
                CompletableFuture.completedFuture(
                        new CollectedRecords(
                                offset,
                                Arrays.stream(values).map(CollectTest::bytes).toList(),
                                finished,
                                attempt)));
    }

    private void withWords(WordsProgram program) throws Exception {
        executor.run(new Configuration(), env -> program.run(env.fromData(new Word("unused", 0))));
    }

    interface WordsProgram {
        void run(DataStream<Word> words) throws Exception;
    }

    @Test
    void shouldFetchPieceByPieceUntilFinished() throws Exception {
        client.finish();
        answer(0, false, 0, new Word("a", 1), new Word("b", 2));
        answer(2, false, 0, new Word("c", 3));
        answer(3, true, 0);
        withWords(words -> {
            List<Word> found = new ArrayList<>();
            try (CloseableIterator<Word> records = words.executeAndCollect("job")) {
                records.forEachRemaining(found::add);
            }
            assertThat(found).containsExactly(new Word("a", 1), new Word("b", 2), new Word("c", 3));
        });
        assertThat(client.askedFrom).containsExactly(0L, 2L, 3L);
        assertThat(client.cancelled).isFalse();
        assertThat(executor.only().jobName()).isEqualTo("job");
        assertThat(executor.only().operators().getLast().getOperation())
                .isInstanceOf(Operation.Collect.class);
        assertThat(executor.only().operators().getLast().getParallelism()).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWhenThereIsNothingYet() throws Exception {
        answer(0, false, 0);
        answer(0, false, 0, new Word("a", 1));
        withWords(
                words -> assertThat(words.executeAndCollect().next()).isEqualTo(new Word("a", 1)));
        assertThat(client.askedFrom).containsExactly(0L, 0L);
    }

    @Test
    void shouldSkipRecordsThatCameBefore() throws Exception {
        client.finish();
        answer(0, false, 0, new Word("a", 1));
        answer(0, false, 0, new Word("a", 1), new Word("b", 2));
        answer(2, true, 0);
        withWords(words ->
                assertThat(words.executeAndCollect(10))
                        .containsExactly(new Word("a", 1), new Word("b", 2)));
    }

    @Test
    void shouldCancelTheJobOnceThereIsEnough() throws Exception {
        answer(0, false, 0, new Word("a", 1), new Word("b", 2));
        withWords(
                words -> assertThat(words.executeAndCollect(1)).containsExactly(new Word("a", 1)));
        assertThat(client.cancelled).isTrue();
    }

    @Test
    void shouldTellWhyTheJobHasFailed() throws Exception {
        client.answers.add(CompletableFuture.failedFuture(new IllegalStateException("gone")));
        client.result.completeExceptionally(
                new JobExecutionException(FakeJobClient.JOB, JobStatus.FAILED, "map (1/1) failed"));
        withWords(words ->
                assertThatThrownBy(() -> words.executeAndCollect(1))
                        .hasMessageContaining("map (1/1) failed")
                        .hasCauseInstanceOf(JobExecutionException.class));
    }

    @Test
    void shouldFailWhenTheJobRestartsAfterRecordsWereFetched() throws Exception {
        answer(0, false, 0, new Word("a", 1));
        answer(0, false, 1, new Word("a", 1));
        withWords(words ->
                assertThatThrownBy(() -> words.executeAndCollect(2))
                        .hasMessageContaining("restarted after 1 records"));
    }

    @Test
    void shouldGoOnWhenTheJobRestartsBeforeRecordsWereFetched() throws Exception {
        answer(0, false, 0);
        answer(0, false, 1, new Word("a", 1));
        withWords(
                words -> assertThat(words.executeAndCollect(1)).containsExactly(new Word("a", 1)));
    }

    @Test
    void shouldFailWhenTheJobHasEndedAndRecordsAreMissing() throws Exception {
        client.finish();
        answer(0, false, 0);
        withWords(words ->
                assertThatThrownBy(() -> words.executeAndCollect(2))
                        .hasMessageContaining("not all of its records"));
    }

    @Test
    void shouldWaitForTheJobsEndBehindTheLastRecord() throws Exception {
        answer(0, true, 0, new Word("a", 1));
        client.result.completeExceptionally(
                new JobExecutionException(FakeJobClient.JOB, JobStatus.FAILED, "late failure"));
        withWords(words ->
                assertThatThrownBy(() -> words.executeAndCollect().next())
                        .hasMessageContaining("late failure"));
    }

    @Test
    void shouldNotWaitForAJobThatWaitsForOthersToBeRead() throws Exception {
        answer(0, true, 0, new Word("a", 1));
        answer(0, true, 0, 7);
        executor.run(
                new Configuration(),
                env -> {
                    DataStream<Word> words = env.fromData(new Word("unused", 0));
                    CloseableIterator<Integer> second = words.map(Word::count).collectAsync();
                    CloseableIterator<Word> first = words.executeAndCollect();
                    assertThat(first).toIterable().containsExactly(new Word("a", 1));
                    assertThat(second).toIterable().containsExactly(7);
                });
        assertThat(client.result).isNotDone();
    }

    @Test
    void shouldCollectSeveralStreamsOfOneProgram() throws Exception {
        client.finish();
        answer(0, false, 0, new Word("a", 1));
        answer(0, false, 0, 7);
        executor.run(
                new Configuration(),
                env -> {
                    DataStream<Word> words = env.fromData(new Word("unused", 0));
                    CloseableIterator<Word> first = words.collectAsync();
                    CloseableIterator<Integer> second = words.map(Word::count).collectAsync();
                    env.executeAsync();
                    assertThat(first.next()).isEqualTo(new Word("a", 1));
                    assertThat(second.next()).isEqualTo(7);
                });
        assertThat(executor.only().operators())
                .extracting(operator -> operator.getOperation().toString())
                .filteredOn(text -> text.startsWith("Collect"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
