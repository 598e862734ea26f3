package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.core.execution.JobClient;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ComponentCrashTest {
    @Test
    @SuppressWarnings("NullAway") // null is what the TaskExecutor can't deal with
    void shouldTellClientsWhenATaskExecutorCrashesAndLeaveNothingBehind() throws Exception {
        MiniCluster cluster = MiniCluster.builder().slotsPerTaskManager(1).start();
        CountDownLatch running = Gate.started("component crash");
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        MiniClusterTest.endless(env)
                .map(new Gate<>("component crash"))
                .sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync("endless");
        assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
        SlotRequest nonsense =
                new SlotRequest(
                        null,
                        job.getJobID(),
                        null,
                        "",
                        null,
                        new Epoch(Long.MAX_VALUE, 0),
                        Long.MAX_VALUE);
        assertThatThrownBy(() ->
                        cluster.taskManagers()
                                .getFirst()
                                .gateway()
                                .requestSlot(nonsense)
                                .get(60, TimeUnit.SECONDS))
                .hasMessageContaining("because the return value");
        assertThatThrownBy(() -> job.getJobExecutionResult().get(60, TimeUnit.SECONDS))
                .isNotInstanceOf(TimeoutException.class);
        cluster.close();
        assertThat(cluster.usage().taskThreads()).isZero();
    }
}
