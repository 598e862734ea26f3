package dev.millstream.engine.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.engine.harness.CoordinatorAlone;
import dev.millstream.engine.harness.Programs;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.engine.source.VersionedBytes;
import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.types.closure.ClosureBytes;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.example.job.TalkingSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoordinatorTaskTest {
    private final TestProcess process = new TestProcess();

    @BeforeEach
    void forget() {
        TalkingSource.LOG.clear();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private CoordinatorAlone start(int splitsForEach) {
        return CoordinatorAlone.start(
                process,
                Programs.compile(env ->
                        env.fromSource(
                                        new TalkingSource(splitsForEach, false),
                                        WatermarkStrategy.noWatermarks(),
                                        "talking")
                                .sinkTo(new Results<>())));
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < deadlineNs) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).as("in time").isTrue();
    }

    private static void awaitLog(String line) {
        await(() -> TalkingSource.LOG.contains(line));
    }

    private static Bytes message(String text) {
        return Bytes.owning(ClosureBytes.serialize(new TalkingSource.Message(text)));
    }

    private static void end(CoordinatorTask task) throws Exception {
        task.cancel();
        task.terminated().get(30, TimeUnit.SECONDS);
    }

    @Test
    void shouldStartTheEnumeratorAndTellItOfAllReaders() throws Exception {
        CoordinatorAlone alone = start(0);
        awaitLog("reader 1 of 2");

        end(alone.task());

        assertThat(TalkingSource.LOG)
                .containsExactly("start with 0 readers", "reader 0 of 2", "reader 1 of 2", "close");
        assertThat(alone.states())
                .containsExactly(
                        ExecutionState.INITIALIZING,
                        ExecutionState.RUNNING,
                        ExecutionState.CANCELED);
    }

    @Test
    void shouldTurnAssignmentsIntoEventsInOrder() throws Exception {
        CoordinatorAlone alone = start(2);
        await(() -> alone.events().size() == 6);

        end(alone.task());

        assertThat(alone.events().get(0))
                .isInstanceOfSatisfying(
                        SplitEvent.Available.class,
                        available -> {
                            assertThat(available.splitId()).isEqualTo("split 0.0");
                            assertThat(available.subtask()).hasValue(0);
                            assertThat(available.hosts()).isEmpty();
                        });
        assertThat(alone.events().get(2)).isEqualTo(new SplitEvent.NoMore(OptionalInt.of(0)));
        assertThat(alone.events().get(5)).isEqualTo(new SplitEvent.NoMore(OptionalInt.of(1)));
    }

    @Test
    void shouldLetAnyoneHaveASplit() throws Exception {
        CoordinatorAlone alone = start(0);
        alone.task().sourceEvent(0, message("assign to anyone"));
        await(() -> alone.events().size() == 2);

        end(alone.task());

        assertThat(alone.events().get(1)).isEqualTo(new SplitEvent.NoMore(OptionalInt.empty()));
        assertThat(((SplitEvent.Available) alone.events().getFirst()).subtask()).isEmpty();
    }

    @Test
    void shouldPassRequestsAndSplitsOfFailedReadersOn() throws Exception {
        CoordinatorAlone alone = start(0);
        SimpleVersionedSerializer<TalkingSource.Named> serializer =
                new TalkingSource(0, false).getSplitSerializer();

        alone.task().requestSplit(1, "host-7");
        alone.task()
                .addSplitsBack(
                        1,
                        List.of(
                                VersionedBytes.write(
                                        serializer, new TalkingSource.Named("returned"))));
        awaitLog("back [Named[name=returned]] from 1");
        end(alone.task());

        assertThat(TalkingSource.LOG)
                .containsSubsequence(
                        "request of 1 at host-7, ReaderInfo[subtaskId=1, location=host-7]",
                        "back [Named[name=returned]] from 1",
                        "reader 1 of 2");
    }

    @Test
    void shouldRunBlockingCallsElsewhereAndTheirHandlersOnItsThread() throws Exception {
        CoordinatorAlone alone = start(0);

        alone.task().sourceEvent(0, message("call"));
        alone.task().sourceEvent(0, message("call that fails"));
        alone.task().sourceEvent(0, message("run"));
        awaitLog("called: result");
        awaitLog("failed: in vain");
        awaitLog("ran");

        end(alone.task());
    }

    @Test
    void shouldRepeatCallsUntilItEnds() throws Exception {
        CoordinatorAlone alone = start(0);

        alone.task().sourceEvent(0, message("call again and again"));
        await(() ->
                List.copyOf(TalkingSource.LOG).stream().filter("called: again"::equals).count()
                        >= 3);
        end(alone.task());

        assertThat(alone.task().state()).isEqualTo(ExecutionState.CANCELED);
    }

    @Test
    void shouldFailWithTheUsersFramesWhenTheEnumeratorThrows() throws Exception {
        CoordinatorAlone alone = start(0);

        alone.task().requestSplit(0, "poison");
        alone.task().terminated().get(30, TimeUnit.SECONDS);

        assertThat(alone.states()).last().isEqualTo(ExecutionState.FAILED);
        assertThat(alone.failure().message())
                .matches("enumerator of source '.*talking' on tm-1 failed: .*no split for poison");
        assertThat(alone.failure().stackTrace())
                .contains("at org.example.job.TalkingSource$Enumerator.handleSplitRequest")
                .doesNotContain("dev.millstream");
        assertThat(TalkingSource.LOG).endsWith("close");
    }

    @Test
    void shouldRefuseAnAssignmentToAReaderThatDoesNotExist() throws Exception {
        CoordinatorAlone alone = start(0);

        alone.task().sourceEvent(0, message("assign to nobody"));
        alone.task().terminated().get(30, TimeUnit.SECONDS);

        assertThat(alone.failure().message())
                .contains("There is no reader 99: the source's parallelism is 2");
    }

    @Test
    void shouldFailWhenTheJobMasterCannotBeReached() throws Exception {
        CoordinatorAlone alone = start(0);
        alone.unreachable();

        alone.task().sourceEvent(0, message("hello"));
        alone.task().terminated().get(30, TimeUnit.SECONDS);

        assertThat(alone.failure().message()).contains("can't reach the JobMaster");
        assertThat(alone.failure().userCode()).isFalse();
    }
}
