package dev.millstream.taskmanager.executor;

import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.TaskListener;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Starts tasks that do nothing but what the test tells them. */
final class FakeTasks implements TaskStarter {
    private final BlockingQueue<FakeTask> started = new LinkedBlockingQueue<>();

    /** New tasks ignore that they are told to end. */
    volatile boolean stubborn;

    @Override
    public RunningTask start(
            TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener) {
        FakeTask task = new FakeTask(descriptor, services, listener, stubborn);
        started.add(task);
        return task;
    }

    FakeTask next() throws InterruptedException {
        FakeTask task = started.poll(60, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("No task was started");
        }
        return task;
    }

    boolean noneStarted() {
        return started.isEmpty();
    }

    /** One attempt. */
    static final class FakeTask implements CoordinatorTask {
        final TaskDeploymentDescriptor descriptor;
        final TaskServices services;
        final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final TaskListener listener;
        private final boolean stubborn;
        private final CompletableFuture<Void> terminated = new CompletableFuture<>();

        FakeTask(
                TaskDeploymentDescriptor descriptor,
                TaskServices services,
                TaskListener listener,
                boolean stubborn) {
            this.descriptor = descriptor;
            this.services = services;
            this.listener = listener;
            this.stubborn = stubborn;
        }

        void report(ExecutionState state, Optional<FailureInfo> failure) {
            listener.onStateChange(
                    new UpdateTaskExecutionState(
                            attempt(), state, failure, List.of(), TaskIoMetrics.NONE));
            if (state.isTerminal()) {
                terminated.complete(null);
            }
        }

        String message() throws InterruptedException {
            String message = messages.poll(60, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("The task was told nothing");
            }
            return message;
        }

        @Override
        public ExecutionAttemptID attempt() {
            return descriptor.attempt();
        }

        @Override
        public ExecutionState state() {
            return ExecutionState.RUNNING;
        }

        @Override
        public TaskIoMetrics metrics() {
            return new TaskIoMetrics(1, 2, 3, 4);
        }

        @Override
        public void cancel() {
            messages.add("cancel");
            if (!stubborn) {
                report(ExecutionState.CANCELED, Optional.empty());
            }
        }

        @Override
        public void fail(FailureInfo cause) {
            messages.add("fail: " + cause.message());
            if (!stubborn) {
                report(ExecutionState.FAILED, Optional.of(cause));
            }
        }

        @Override
        public void interrupt() {
            messages.add("interrupt");
        }

        @Override
        public StackTraceElement[] stackTrace() {
            return new StackTraceElement[] {
                new StackTraceElement("user.Endless", "map", "Endless.java", 7)
            };
        }

        @Override
        public CompletableFuture<Void> terminated() {
            return terminated;
        }

        @Override
        public void requestSplit(int subtask, String host) {
            messages.add("split for " + subtask + " on " + host);
        }

        @Override
        public void addSplitsBack(int subtask, List<Bytes> splits) {
            messages.add("back from " + subtask + ": " + splits.size());
        }

        @Override
        public void sourceEvent(int subtask, Bytes event) {
            messages.add("event of " + subtask);
        }
    }
}
