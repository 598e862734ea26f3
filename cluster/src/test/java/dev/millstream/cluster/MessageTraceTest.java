package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every message that docs/mission.md names is sent, and answered where it has an answer. */
class MessageTraceTest {
    private final RecordingTrace trace = new RecordingTrace();

    @Test
    void shouldSendAndAnswerEveryMessageOfTheMission() throws Exception {
        try (MiniCluster cluster =
                MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).trace(trace).start()) {
            runBatchJob(cluster);
            runDetachedJob(cluster);
            registerTwiceAndBadly(cluster);
        }
        assertThat(trace.sent())
                .contains(
                        "RegisterTaskManager",
                        "SlotRequest",
                        "offerSlots",
                        "SubmitTask",
                        "UpdateTaskExecutionState",
                        "RequestNextInputSplit",
                        "ScheduleOrUpdateConsumers",
                        "SubmitJobWait",
                        "SubmitJobDetached",
                        "requestStateChanges");
        assertThat(trace.answered())
                .contains(
                        "registerTaskManager -> AcknowledgeRegistration",
                        "registerTaskManager -> AlreadyRegistered",
                        "registerTaskManager -> RefuseRegistration",
                        "requestSlot -> Acknowledge",
                        "submitTask -> TaskOperationResult",
                        "updateTaskExecutionState -> Acknowledge",
                        "requestNextInputSplit -> Split",
                        "requestNextInputSplit -> NoneLeft",
                        "scheduleOrUpdateConsumers -> Acknowledge",
                        "submitJob -> Acknowledge",
                        "requestJobResult -> JobResultSuccess");
    }

    private static void runBatchJob(MiniCluster cluster) throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        env.fromSequence(1, 100).keyBy(n -> n % 5).reduce(Long::sum).sinkTo(new DiscardingSink<>());
        env.execute("batch");
    }

    private static void runDetachedJob(MiniCluster cluster) throws Exception {
        JobGraph job = Programs.graph(cluster, env -> env.fromSequence(1, 5).print());
        cluster.dispatcher()
                .submitJob(new SubmitJob.SubmitJobDetached(job))
                .get(60, TimeUnit.SECONDS);
        assertThat(cluster.dispatcher().requestJobResult(job.jobId()).get(60, TimeUnit.SECONDS))
                .isInstanceOf(JobResult.JobResultSuccess.class);
        assertThat(
                        cluster.dispatcher()
                                .requestStateChanges(job.jobId(), 0)
                                .get(60, TimeUnit.SECONDS))
                .extracting(change -> change.state())
                .contains("CREATED", "SCHEDULED", "DEPLOYING", "INITIALIZING", "RUNNING")
                .contains("FINISHED");
    }

    private void registerTwiceAndBadly(MiniCluster cluster) throws Exception {
        RpcService rpc = cluster.rpc();
        ResourceManagerGateway resourceManager =
                rpc.connect(rpc.address("resourcemanager"), ResourceManagerGateway.class)
                        .get(60, TimeUnit.SECONDS);
        RegisterTaskManager known = trace.argument(RegisterTaskManager.class);
        List<SlotStatus> free =
                List.of(
                        new SlotStatus(new SlotID(known.id(), 0), Optional.empty()),
                        new SlotStatus(new SlotID(known.id(), 1), Optional.empty()));
        resourceManager.registerTaskManager(known, free).get(60, TimeUnit.SECONDS);
        List<SlotStatus> tooFew = free.subList(0, 1);
        resourceManager.registerTaskManager(known, tooFew).get(60, TimeUnit.SECONDS);
    }
}
