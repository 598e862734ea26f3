package dev.millstream.jobmanager.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.jobmanager.fixture.FakeCluster;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.jobmanager.fixture.ManualPlatform;
import dev.millstream.jobmanager.store.DurableFolder;
import dev.millstream.platform.file.WritableFile;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.Acknowledge;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FileJobLedgerTest {
    private static final JobLedger.Entry FIRST =
            new JobLedger.Entry(new JobID(1, 1), "first", 1_000);
    private static final JobLedger.Entry SECOND =
            new JobLedger.Entry(new JobID(2, 2), "second", 2_000);

    private final ManualPlatform platform = new ManualPlatform();

    @Test
    void shouldTellOfJobsThatHaveNotEndedLatestFirst() {
        JobLedger before = open(10);
        platform.get(before.begun(FIRST));
        platform.get(before.begun(SECOND));

        assertThat(before.lost()).isEmpty();
        assertThat(open(10).lost()).containsExactly(SECOND, FIRST);
    }

    @Test
    void shouldForgetJobsThatHaveEnded() {
        JobLedger before = open(10);
        platform.get(before.begun(FIRST));
        before.ended(FIRST.job());
        platform.runAll();

        assertThat(open(10).lost()).isEmpty();
    }

    @Test
    void shouldForgetTheOldestBeyondItsCapacity() {
        JobLedger before = open(10);
        platform.get(before.begun(FIRST));
        platform.get(before.begun(SECOND));

        assertThat(open(1).lost()).containsExactly(SECOND);
        assertThat(open(10).lost()).containsExactly(SECOND);
    }

    @Test
    void shouldPassOverADamagedFile() throws IOException {
        platform.get(open(10).begun(FIRST));
        try (WritableFile file = platform.files().create("/jobs/" + SECOND.job())) {
            file.write(new byte[] {1, 2, 3}, 0, 3);
        }

        assertThat(open(10).lost()).containsExactly(FIRST);
    }

    @Test
    void shouldListLostJobsAsFailedWithTheReason() {
        platform.get(open(10).begun(FIRST));
        FakeCluster cluster = new FakeCluster(open(10));

        List<JobOverview> jobs = cluster.platform.get(cluster.dispatcher.listJobs());
        JobResult result = cluster.platform.get(cluster.dispatcher.requestJobResult(FIRST.job()));

        assertThat(jobs)
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.name()).isEqualTo("first");
                    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
                    assertThat(job.startMs()).isEqualTo(1_000);
                });
        assertThat(result)
                .isInstanceOfSatisfying(
                        JobResult.JobResultFailure.class,
                        failure ->
                                assertThat(failure.cause().message())
                                        .contains("'first'", "was lost", "submit it again"));
    }

    @Test
    void shouldRefuseAJobThatCannotBeNoted() {
        JobLedger full =
                new JobLedger() {
                    @Override
                    public List<Entry> lost() {
                        return List.of();
                    }

                    @Override
                    public CompletableFuture<Acknowledge> begun(Entry job) {
                        return CompletableFuture.failedFuture(new IOException("disk full"));
                    }

                    @Override
                    public void ended(JobID job) {}
                };
        FakeCluster cluster = new FakeCluster(full);

        assertThat(cluster.trySubmit(Jobs.pipeline(1, 1).graph()))
                .hasMessageContaining("disk full");
        assertThat(cluster.platform.get(cluster.dispatcher.listJobs())).isEmpty();
    }

    private FileJobLedger open(int capacity) {
        return platform.get(
                FileJobLedger.open(platform, new DurableFolder(platform, "/jobs"), capacity));
    }
}
