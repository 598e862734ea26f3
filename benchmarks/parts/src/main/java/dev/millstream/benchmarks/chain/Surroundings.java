package dev.millstream.benchmarks.chain;

import dev.millstream.api.common.JobID;
import dev.millstream.engine.chain.OperatorFactory;
import dev.millstream.engine.function.Accumulators;
import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.function.TaskRuntimeContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.source.SourceLinks;
import dev.millstream.engine.thread.Deadlines;
import dev.millstream.engine.thread.Ending;
import dev.millstream.engine.thread.Mailbox;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.types.serialization.Serializers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What operators have around them in a task; nobody waits and nothing comes by mail. */
final class Surroundings {
    private Surroundings() {}

    private static ExecutionAttemptID attempt() {
        return new ExecutionAttemptID(new JobID(1, 2), new JobVertexID(3, 4), false, 0, 0, 1, 0);
    }

    static TaskScope scope() {
        Platform platform = MachinePlatform.alone("benchmark");
        ClassLoader loader = Surroundings.class.getClassLoader();
        TaskFacts facts =
                new TaskFacts(
                        new TaskDeploymentDescriptor(
                                attempt(),
                                "benchmark",
                                "chain",
                                1,
                                128,
                                new AllocationID(5, 6),
                                List.of(),
                                Bytes.owning(new byte[0]),
                                List.of(),
                                List.of(),
                                Map.of()));
        Ending ending = new Ending();
        return new TaskScope(
                platform,
                facts,
                new TaskRuntimeContext(facts, false, loader, new Accumulators()),
                loader,
                new Serializers(loader),
                "tm-1",
                0,
                new Mailbox(),
                ending,
                new TaskWaiting(new NoWaiting(), ending, platform.clock(), platform.marks()),
                new Deadlines(platform.clock()));
    }

    static OperatorFactory factory() {
        CoordinatorLink nobody =
                new CoordinatorLink() {
                    @Override
                    public CompletableFuture<Acknowledge> splitEvents(
                            ExecutionAttemptID coordinator, List<SplitEvent> events) {
                        return new CompletableFuture<>();
                    }

                    @Override
                    public void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {}
                };
        return new OperatorFactory(
                new SourceLinks(
                        attempt(), "localhost", request -> new CompletableFuture<>(), nobody, 0, 0),
                new CollectBuffers());
    }

    /** Of a thread that never waits. */
    private static final class NoWaiting implements Waiting, TaskThread {
        @Override
        public TaskThread thread() {
            return this;
        }

        @Override
        public void await(long timeoutNs) {}

        @Override
        public void pause() {}

        @Override
        public void signal() {}

        @Override
        public void interrupt() {}

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public StackTraceElement[] stackTrace() {
            return new StackTraceElement[0];
        }
    }
}
