package dev.millstream.client.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.error.RpcException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectedFetchesTest {
    private static final CollectedResults NOTHING = new CollectedResults(5, List.of(), false, 0);
    private static final CollectedResults ONE =
            new CollectedResults(5, List.of(Bytes.owning(new byte[] {7})), false, 0);

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final Lane lane = platform.lanes().create("client", _ -> {});
    private final FakeJobs jobs = new FakeJobs();
    private final CollectedFetches fetches = new CollectedFetches(new JobID(0, 1), jobs, lane);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void shouldAskAgainWhileThereIsNothing() throws Exception {
        answers(NOTHING, NOTHING, ONE);
        assertThat(fetch().records()).containsExactly(new byte[] {7});
    }

    @Test
    void shouldAskAgainWhenACallFails() throws Exception {
        jobs.collected.add(CompletableFuture.failedFuture(new RpcException("lost")));
        answers(ONE);
        assertThat(fetch().records()).hasSize(1);
    }

    @Test
    void shouldAnswerTheEndAtOnce() throws Exception {
        answers(new CollectedResults(5, List.of(), true, 0));
        assertThat(fetch().finished()).isTrue();
    }

    @Test
    void shouldAnswerWhenARestartedTaskBeginsAnew() throws Exception {
        answers(new CollectedResults(0, List.of(), false, 1));
        assertThat(fetch().attempt()).isEqualTo(1);
    }

    @Test
    void shouldFailWhatWaitsWhenTheJobHasEnded() {
        answers(NOTHING);
        CompletableFuture<CollectedRecords> waiting = fetches.fetch("id", 5);
        fetches.end(new IllegalStateException("over"));
        assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS)).hasMessageContaining("over");
        assertThatThrownBy(() -> fetches.fetch("id", 5).get(60, TimeUnit.SECONDS))
                .hasMessageContaining("over");
    }

    @Test
    void shouldStillTakeTheLastAnswerAfterTheJobHasEnded() throws Exception {
        CompletableFuture<CollectedResults> late = new CompletableFuture<>();
        jobs.collected.add(late);
        CompletableFuture<CollectedRecords> waiting = fetches.fetch("id", 5);
        fetches.end(new IllegalStateException("over"));
        late.complete(new CollectedResults(5, List.of(), true, 0));
        assertThat(waiting.get(60, TimeUnit.SECONDS).finished()).isTrue();
    }

    @Test
    void shouldTellTheEndThoughTheAnswerThatSaysSoIsLost() throws Exception {
        jobs.collected.add(CompletableFuture.failedFuture(new RpcException("lost")));
        CompletableFuture<CollectedRecords> waiting = fetches.fetch("id", 5);
        fetches.finish(new IllegalStateException("gone"));
        CollectedRecords end = waiting.get(60, TimeUnit.SECONDS);
        assertThat(end.finished()).isTrue();
        assertThat(end.offset()).isEqualTo(5);
        assertThat(end.records()).isEmpty();
        assertThat(fetch().finished()).isTrue();
    }

    @Test
    void shouldNotTakeTheEndOfAJobForTheEndOfWhatItHasNotAskedFor() {
        jobs.collected.add(CompletableFuture.failedFuture(new RpcException("lost")));
        var _ = fetches.fetch("id", 5);
        fetches.finish(new IllegalStateException("gone"));
        assertThatThrownBy(() -> fetches.fetch("id", 0).get(60, TimeUnit.SECONDS))
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> fetches.fetch("other", 0).get(60, TimeUnit.SECONDS))
                .hasMessageContaining("gone");
    }

    private void answers(CollectedResults... results) {
        for (CollectedResults result : results) {
            jobs.collected.add(CompletableFuture.completedFuture(result));
        }
    }

    private CollectedRecords fetch() throws Exception {
        return fetches.fetch("id", 5).get(60, TimeUnit.SECONDS);
    }
}
