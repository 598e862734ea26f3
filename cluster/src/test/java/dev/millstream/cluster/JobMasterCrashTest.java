package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobMasterCrashTest {
    @Test
    void shouldRestartAJobMasterTwiceAndThenFailItsJobWhileOthersNoticeNothing() throws Exception {
        try (MiniCluster cluster = MiniCluster.builder().slotsPerTaskManager(2).start()) {
            JobClient other = start(cluster, "other");
            JobClient job = start(cluster, "crashing");
            for (int crash = 1; crash <= 2; crash++) {
                CountDownLatch again = Gate.started("crashing");
                crash(cluster, job.getJobID());
                assertThat(again.await(60, TimeUnit.SECONDS)).isTrue();
            }
            crash(cluster, job.getJobID());
            assertThatThrownBy(() -> job.getJobExecutionResult().get(60, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(JobExecutionException.class)
                    .hasMessageContaining("JobMaster");
            CountDownLatch stillRunning = Gate.flows("other");
            assertThat(stillRunning.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.getJobStatus().get(60, TimeUnit.SECONDS)).isEqualTo(JobStatus.RUNNING);
            StreamExecutionEnvironment next = Programs.on(cluster, 1);
            assertThat(Programs.collect(next.fromSequence(1, 3))).hasSize(3);
            other.cancel().get(60, TimeUnit.SECONDS);
        }
    }

    private static JobClient start(MiniCluster cluster, String name) throws Exception {
        CountDownLatch running = Gate.started(name);
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        MiniClusterTest.endless(env).map(new Gate<>(name)).sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync(name);
        assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
        return job;
    }

    /** Sends a message that no JobMaster can deal with: on it, it throws. */
    @SuppressWarnings("NullAway") // null is what it can't deal with
    private static void crash(MiniCluster cluster, JobID job) throws Exception {
        RpcService rpc = cluster.rpc();
        String address = rpc.address(EndpointNames.DISPATCHER + "/" + EndpointNames.jobMaster(job));
        List<SlotOffer> nothing = Arrays.asList((SlotOffer) null);
        JobMasterGateway jobMaster =
                rpc.connect(address, JobMasterGateway.class).get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() ->
                        jobMaster
                                .offerSlots(new ResourceID("nobody"), nothing)
                                .get(60, TimeUnit.SECONDS))
                .hasMessageContaining("NullPointerException");
    }
}
