package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StubbornTaskTest {
    private static final CountDownLatch STUCK = new CountDownLatch(1);
    private static volatile boolean released;

    @Test
    void shouldReportATaskThatIgnoresItsCancellationAndGoOnWithoutIt() throws Exception {
        Configuration configuration =
                new Configuration()
                        .set(TaskManagerOptions.CANCELLATION_INTERVAL, Duration.ofMillis(50))
                        .set(TaskManagerOptions.CANCELLATION_TIMEOUT, Duration.ofMillis(400));
        try (MiniCluster cluster =
                MiniCluster.builder().configuration(configuration).slotsPerTaskManager(1).start()) {
            StreamExecutionEnvironment env = Programs.on(cluster, 1);
            env.fromSequence(1, 10).map(new Stubborn()).sinkTo(new DiscardingSink<>());
            JobClient job = env.executeAsync("stubborn");
            assertThat(STUCK.await(60, TimeUnit.SECONDS)).isTrue();
            job.cancel().get(60, TimeUnit.SECONDS);
            assertThatThrownBy(() -> job.getJobExecutionResult().get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(JobExecutionException.class);
            assertThat(failures(cluster, job.getJobID()))
                    .anySatisfy(failure -> {
                        assertThat(failure.message())
                                .contains("ignores it")
                                .contains("task.cancellation.timeout");
                        assertThat(failure.stackTrace()).contains("StubbornTaskTest$Stubborn.map");
                    });
            StreamExecutionEnvironment next = Programs.on(cluster, 1);
            assertThat(Programs.collect(next.fromSequence(1, 3))).containsExactly(1L, 2L, 3L);
            released = true;
        }
    }

    private static List<FailureInfo> failures(MiniCluster cluster, JobID job) throws Exception {
        return cluster.dispatcher().requestJobDetails(job).get(60, TimeUnit.SECONDS).failures();
    }

    /** Neither looks at interrupts nor returns, until the test is over. */
    static final class Stubborn implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long value) {
            STUCK.countDown();
            while (!released) {
                Thread.onSpinWait();
            }
            return value;
        }
    }
}
