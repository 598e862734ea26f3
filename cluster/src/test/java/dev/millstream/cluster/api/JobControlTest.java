package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobStatus;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiterStrategy;
import dev.millstream.cluster.Gate;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.util.CloseableIterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a program can do with a job that runs, and with sources that never end. */
@Timeout(60)
class JobControlTest {
    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(1).slotsPerTaskManager(4).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private static DataStream<Long> paced(StreamExecutionEnvironment env, long count, double rate) {
        return env.fromSource(
                new DataGeneratorSource<>(n -> n, count, RateLimiterStrategy.perSecond(rate)),
                WatermarkStrategy.noWatermarks(),
                "paced");
    }

    @Test
    void shouldFollowAndCancelAJobThatRunsForEver() throws Exception {
        CountDownLatch flows = Gate.flows("control");
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        paced(env, Long.MAX_VALUE, 1_000).map(new Gate<>("control")).sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync("control");
        assertThat(flows.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(job.getJobStatus().get(10, TimeUnit.SECONDS)) // RUNNING once all sources run
                .isIn(JobStatus.CREATED, JobStatus.RUNNING);
        assertThat(job.getJobExecutionResult()).isNotDone();
        job.cancel().get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> job.getJobExecutionResult().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        JobExecutionException.class,
                        end -> {
                            assertThat(end.getStatus()).isEqualTo(JobStatus.CANCELED);
                            assertThat(end.getJobID()).isEqualTo(job.getJobID());
                        });
        assertThat(job.getJobStatus().get(10, TimeUnit.SECONDS)).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void shouldEmitAllRecordsOfAPacedSource() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        assertThat(Programs.collect(paced(env, 40, 500)))
                .containsExactlyInAnyOrderElementsOf(
                        Programs.collect(Programs.on(cluster, 1).fromSequence(0, 39)));
    }

    @Test
    void shouldTakeAFewRecordsOfAnEndlessJobAndCancelIt() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        List<Long> some = paced(env, Long.MAX_VALUE, 10_000).executeAndCollect("some", 5);
        assertThat(some).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void shouldCancelTheJobWhenItsRecordsAreNoLongerWanted() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        CloseableIterator<Long> records = paced(env, Long.MAX_VALUE, 10_000).collectAsync();
        JobClient job = env.executeAsync("watched");
        assertThat(records.next()).isZero();
        records.close();
        assertThatThrownBy(() -> job.getJobExecutionResult().get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        JobExecutionException.class,
                        end -> assertThat(end.getStatus()).isEqualTo(JobStatus.CANCELED));
    }

    @Test
    void shouldExecuteSeveralProgramsOfOneEnvironment() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        env.fromData(1, 2).sinkTo(new DiscardingSink<>());
        JobClient first = env.executeAsync("first");
        env.fromData(3, 4).sinkTo(new DiscardingSink<>());
        JobClient second = env.executeAsync("second");
        assertThat(first.getJobID()).isNotEqualTo(second.getJobID());
        first.getJobExecutionResult().get(20, TimeUnit.SECONDS);
        second.getJobExecutionResult().get(20, TimeUnit.SECONDS);
    }
}
