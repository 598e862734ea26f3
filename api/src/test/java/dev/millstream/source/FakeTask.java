package dev.millstream.source;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.connector.sink2.WriterAttempt;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.api.connector.source.ReaderInfo;
import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.api.connector.source.SplitsAssignment;
import dev.millstream.core.io.InputStatus;
import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.platform.link.Network;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.random.Randomness;
import dev.millstream.platform.socket.ClientSockets;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Subtasks of one source with their coordinator, in one thread and with a clock of the test. */
final class FakeTask<T, S extends SourceSplit, C> {
    final List<T> records = new ArrayList<>();
    final TreeMap<Long, Runnable> timers = new TreeMap<>();
    final SplitEnumerator<S, C> enumerator;
    final List<SourceReader<T, S>> readers = new ArrayList<>();
    long nowMs;
    private final int parallelism;
    private final Platform platform;
    private final List<Runnable> mail = new ArrayList<>();

    FakeTask(Source<T, S, C> source, int parallelism) throws Exception {
        this(source, parallelism, Optional.empty());
    }

    /** On a platform that reaches the machine; its clock plays no part. */
    FakeTask(Source<T, S, C> source, int parallelism, Platform platform) throws Exception {
        this(source, parallelism, Optional.of(platform));
    }

    private FakeTask(Source<T, S, C> source, int parallelism, Optional<Platform> platform)
            throws Exception {
        this.parallelism = parallelism;
        this.platform = platform.orElseGet(ClockOnly::new);
        this.enumerator = source.createEnumerator(new Enumerating());
        enumerator.start();
        for (int subtask = 0; subtask < parallelism; subtask++) {
            readers.add(source.createReader(new Reading(subtask)));
        }
        for (SourceReader<T, S> reader : readers) {
            reader.start();
        }
        deliver();
    }

    void deliver() {
        while (!mail.isEmpty()) {
            mail.removeFirst().run();
        }
    }

    /** Polls one reader until it has nothing more at present. */
    InputStatus drain(int subtask) throws Exception {
        while (true) {
            InputStatus status = readers.get(subtask).pollNext(new Output());
            deliver();
            if (status != InputStatus.MORE_AVAILABLE
                    && !(status == InputStatus.NOTHING_AVAILABLE
                            && readers.get(subtask).isAvailable().isDone())) {
                return status;
            }
        }
    }

    /** Polls one reader to its end: waits for what it waits for; timers run at once. */
    void drainToEnd(int subtask) throws Exception {
        while (drain(subtask) != InputStatus.END_OF_INPUT) {
            if (timers.isEmpty()) {
                readers.get(subtask).isAvailable().get(10, TimeUnit.SECONDS);
            } else {
                advanceTo(timers.firstKey());
            }
        }
    }

    /** Lets time pass until the given moment; timers run on the way. */
    void advanceTo(long targetMs) {
        while (!timers.isEmpty() && timers.firstKey() <= targetMs) {
            nowMs = timers.firstKey();
            timers.pollFirstEntry().getValue().run();
        }
        nowMs = targetMs;
    }

    private final class Output implements ReaderOutput<T> {
        @Override
        public SourceOutput<T> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}

        @Override
        public void collect(T value) {
            records.add(value);
        }

        @Override
        public void collect(T value, long timestamp) {
            records.add(value);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }

    private final class Reading implements SourceReaderContext {
        private final int subtask;

        Reading(int subtask) {
            this.subtask = subtask;
        }

        @Override
        public String getLocalHostName() {
            return "host";
        }

        @Override
        public int getIndexOfSubtask() {
            return subtask;
        }

        @Override
        public void sendSplitRequest() {
            mail.add(() -> enumerator.handleSplitRequest(subtask, "host"));
        }

        @Override
        public void sendSourceEventToCoordinator(SourceEvent sourceEvent) {
            throw new AssertionError("No source here sends events");
        }

        @Override
        public ClassLoader getUserCodeClassLoader() {
            return FakeTask.class.getClassLoader();
        }

        @Override
        public int currentParallelism() {
            return parallelism;
        }

        @Override
        public Cancellable schedule(long delayMs, Runnable action) {
            timers.merge(
                    nowMs + delayMs,
                    action,
                    (first, second) ->
                            () -> {
                                first.run();
                                second.run();
                            });
            return () -> {};
        }

        @Override
        public Platform platform() {
            return platform;
        }
    }

    private final class Enumerating implements SplitEnumeratorContext<S> {
        @Override
        public void sendEventToSourceReader(int subtaskId, SourceEvent event) {
            throw new AssertionError("No source here sends events");
        }

        @Override
        public int currentParallelism() {
            return parallelism;
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return Map.of();
        }

        @Override
        public void assignSplits(SplitsAssignment<S> assignment) {
            assignment
                    .assignment()
                    .forEach((subtask, splits) ->
                            mail.add(() -> readers.get(subtask).addSplits(splits)));
        }

        @Override
        public void signalNoMoreSplits(int subtask) {
            mail.add(() -> readers.get(subtask).notifyNoMoreSplits());
        }

        @Override
        public <R> void callAsync(Callable<R> callable, BiConsumer<R, Throwable> handler) {
            throw new AssertionError("No source here blocks");
        }

        @Override
        public <R> void callAsync(
                Callable<R> callable,
                BiConsumer<R, Throwable> handler,
                long initialDelayMillis,
                long periodMillis) {
            throw new AssertionError("No source here blocks");
        }

        @Override
        public void runInCoordinatorThread(Runnable runnable) {
            runnable.run();
        }

        @Override
        public Platform platform() {
            return platform;
        }
    }

    private final class ClockOnly implements Platform {
        @Override
        public Clock clock() {
            return new Clock() {
                @Override
                public long wallMs() {
                    return nowMs;
                }

                @Override
                public long nanos() {
                    return nowMs * 1_000_000;
                }
            };
        }

        @Override
        public Randomness randomness() {
            throw new AssertionError("Not used");
        }

        @Override
        public Lanes lanes() {
            throw new AssertionError("Not used");
        }

        @Override
        public TaskThreads taskThreads() {
            throw new AssertionError("Not used");
        }

        @Override
        public BlockingPool blockingPool() {
            throw new AssertionError("Not used");
        }

        @Override
        public FileStore files() {
            throw new AssertionError("Not used");
        }

        @Override
        public Network network() {
            throw new AssertionError("Not used");
        }

        @Override
        public ClientSockets clientSockets() {
            throw new AssertionError("Not used");
        }

        @Override
        public Marks marks() {
            return Marks.NONE;
        }
    }

    /** Where a sink's writer runs: one of several subtasks. */
    record Writing(int subtask, int parallelism) implements WriterInitContext, TaskInfo, JobInfo {
        @Override
        public ClassLoader getUserCodeClassLoader() {
            return FakeTask.class.getClassLoader();
        }

        @Override
        public boolean isObjectReuseEnabled() {
            return false;
        }

        @Override
        public String operatorId() {
            return "sink";
        }

        @Override
        public WriterAttempt attempt() {
            return new WriterAttempt(0, 0, 0);
        }

        @Override
        public Cancellable schedule(long delayMs, Runnable action) {
            throw new AssertionError("Not used");
        }

        @Override
        public Platform platform() {
            throw new AssertionError("Not used");
        }

        @Override
        public OptionalLong getRestoredCheckpointId() {
            return OptionalLong.empty();
        }

        @Override
        public JobInfo getJobInfo() {
            return this;
        }

        @Override
        public TaskInfo getTaskInfo() {
            return this;
        }

        @Override
        public String getTaskName() {
            return "sink";
        }

        @Override
        public int getMaxNumberOfParallelSubtasks() {
            return 128;
        }

        @Override
        public int getIndexOfThisSubtask() {
            return subtask;
        }

        @Override
        public int getNumberOfParallelSubtasks() {
            return parallelism;
        }

        @Override
        public int getAttemptNumber() {
            return 0;
        }

        @Override
        public String getTaskNameWithSubtasks() {
            return "sink (" + (subtask + 1) + "/" + parallelism + ")";
        }

        @Override
        public String getAllocationIDAsString() {
            return "";
        }

        @Override
        public JobID getJobId() {
            return new JobID(1, 2);
        }

        @Override
        public String getJobName() {
            return "job";
        }
    }
}
