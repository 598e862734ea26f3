package dev.millstream.jobmanager.jobmaster.splits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.ExecutionState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SplitAssignmentTest {
    private static final ExecutionAttemptID COORDINATOR = attempt(true, 0, 0);
    private static final ExecutionAttemptID READER_0 = attempt(false, 0, 0);
    private static final ExecutionAttemptID READER_1 = attempt(false, 1, 0);

    private final SplitAssignment splits = new SplitAssignment();
    private long lastRequest;

    @Test
    void shouldAssignSplitsOneAtATimeInOrder() {
        started();
        tell(open("a"), open("b"));

        assertThat(request(READER_0, "x")).containsExactly(answer(1, "a"));
        assertThat(request(READER_1, "x")).containsExactly(answer(2, "b"));
    }

    @Test
    void shouldPreferSplitsThatAreLocal() {
        started();
        tell(open("far", "x"), open("anywhere"), open("near", "other", "Y"));

        assertThat(request(READER_0, "y")).containsExactly(answer(1, "near"));
        assertThat(request(READER_0, "y")).containsExactly(answer(2, "anywhere"));
        assertThat(request(READER_0, "y")).containsExactly(answer(3, "far"));
    }

    @Test
    void shouldKeepADirectedSplitForItsSubtask() {
        started();
        tell(directed("mine", 1), open("open"));

        assertThat(request(READER_0, "x")).containsExactly(answer(1, "open"));
        assertThat(request(READER_1, "x")).containsExactly(answer(2, "mine"));
    }

    @Test
    void shouldAskTheCoordinatorAndAnswerLater() {
        started();

        assertThat(request(READER_1, "h"))
                .containsExactly(new SplitAssignmentEffect.AskCoordinator(COORDINATOR, 1, "h"));
        assertThat(tell(directed("a", 1))).containsExactly(answer(1, "a"));
    }

    @Test
    void shouldNotAskOnBehalfOfAReaderThatMerelyWaits() {
        started();
        tell(open("open"));

        assertThat(
                        splits.on(
                                new SplitAssignmentEvent.Requested(
                                        1, new RequestNextInputSplit(READER_0, "h", false)),
                                0))
                .isEmpty();
        assertThat(tell(directed("mine", 0))).containsExactly(answer(1, "mine"));
    }

    @Test
    void shouldNotTellAReaderThatMerelyWaitsThatNoneIsLeftWhileItCouldDemandOne() {
        started();
        tell(open("first"), open("second"), new SplitEvent.NoMore(OptionalInt.empty()));

        assertThat(request(READER_0, "h")).containsExactly(answer(1, "first"));
        assertThat(
                        splits.on(
                                new SplitAssignmentEvent.Requested(
                                        10, new RequestNextInputSplit(READER_0, "h", false)),
                                0))
                .isEmpty();
        assertThat(request(READER_0, "h")).containsExactly(answer(2, "second"), none(10));
    }

    @Test
    void shouldAnswerThatNoneIsLeft() {
        started();
        request(READER_0, "x");
        request(READER_1, "x");

        assertThat(tell(new SplitEvent.NoMore(OptionalInt.of(1)))).containsExactly(none(2));
        assertThat(tell(new SplitEvent.NoMore(OptionalInt.empty()))).containsExactly(none(1));
        assertThat(request(READER_0, "x")).containsExactly(none(3));
    }

    @Test
    void shouldHandOutWhatIsThereBeforeSayingThatNoneIsLeft() {
        started();
        tell(open("a"), new SplitEvent.NoMore(OptionalInt.empty()));

        assertThat(request(READER_0, "x")).containsExactly(answer(1, "a"));
        assertThat(request(READER_0, "x")).containsExactly(none(2));
    }

    @Test
    void shouldHandOutSplitsOfAFailedTaskAgain() {
        started();
        tell(open("a"), directed("b", 0), open("c"), new SplitEvent.NoMore(OptionalInt.empty()));
        request(READER_0, "x");
        request(READER_0, "x");

        changed(READER_0, ExecutionState.FAILED);

        assertThat(request(READER_1, "x")).containsExactly(answer(3, "a"));
        ExecutionAttemptID again = attempt(false, 0, 1);
        changed(again, ExecutionState.RUNNING);
        assertThat(request(again, "x")).containsExactly(answer(4, "b"));
    }

    @Test
    void shouldServeSomebodyWhoWaitsWithSplitsOfAFailedTask() {
        started();
        tell(open("a"));
        request(READER_0, "x");
        request(READER_1, "x");

        assertThat(changed(READER_0, ExecutionState.FAILED)).containsExactly(answer(2, "a"));
    }

    @Test
    void shouldNotHandOutSplitsOfAFinishedTaskAgain() {
        started();
        tell(open("a"));
        request(READER_0, "x");

        changed(READER_0, ExecutionState.FINISHED);

        tell(new SplitEvent.NoMore(OptionalInt.empty()));
        assertThat(request(READER_1, "x")).containsExactly(none(2));
    }

    @Test
    void shouldBeginAnewWithANewAttemptOfTheCoordinator() {
        started();
        tell(open("old"));
        request(READER_0, "x");
        request(READER_1, "x");
        ExecutionAttemptID second = attempt(true, 0, 1);

        assertThat(changed(second, ExecutionState.DEPLOYING))
                .containsExactly(
                        new SplitAssignmentEffect.Refuse(
                                2, "Attempt " + COORDINATOR + " has ended"));
        assertThat(tell(open("late"))).isEmpty();
        changed(second, ExecutionState.RUNNING);
        ExecutionAttemptID reader = attempt(false, 0, 1);
        assertThat(request(reader, "x"))
                .containsExactly(new SplitAssignmentEffect.AskCoordinator(second, 0, "x"));
    }

    @Test
    void shouldKeepWhatIsForTheCoordinatorUntilItRuns() {
        changed(COORDINATOR, ExecutionState.DEPLOYING);
        changed(READER_0, ExecutionState.RUNNING);
        assertThat(request(READER_0, "x")).isEmpty();
        assertThat(splits.on(new SplitAssignmentEvent.FromReader(READER_0, bytes("hello")), 0))
                .isEmpty();

        assertThat(changed(COORDINATOR, ExecutionState.RUNNING))
                .containsExactly(
                        new SplitAssignmentEffect.AskCoordinator(COORDINATOR, 0, "x"),
                        new SplitAssignmentEffect.TellCoordinator(COORDINATOR, 0, bytes("hello")));
    }

    @Test
    void shouldPassEventsToTheReadersPresentAttempt() {
        started();
        ExecutionAttemptID again = attempt(false, 1, 4);
        changed(again, ExecutionState.RUNNING);

        assertThat(tell(new SplitEvent.ToReader(1, bytes("hi"))))
                .containsExactly(new SplitAssignmentEffect.TellReader(again, 1, bytes("hi")));
    }

    @Test
    void shouldRefuseWhatNobodyWillAnswer() {
        assertThat(request(READER_0, "x"))
                .hasSize(1)
                .allMatch(SplitAssignmentEffect.Refuse.class::isInstance);
        started();
        request(READER_0, "x");

        assertThat(changed(READER_0, ExecutionState.CANCELED))
                .hasSize(1)
                .allMatch(SplitAssignmentEffect.Refuse.class::isInstance);
    }

    private void started() {
        changed(COORDINATOR, ExecutionState.DEPLOYING);
        changed(READER_0, ExecutionState.DEPLOYING);
        changed(READER_1, ExecutionState.DEPLOYING);
        changed(COORDINATOR, ExecutionState.RUNNING);
    }

    private List<SplitAssignmentEffect> changed(ExecutionAttemptID attempt, ExecutionState state) {
        return splits.on(new SplitAssignmentEvent.AttemptChanged(attempt, state), 0);
    }

    private List<SplitAssignmentEffect> request(ExecutionAttemptID reader, String host) {
        return splits.on(
                new SplitAssignmentEvent.Requested(
                        ++lastRequest, new RequestNextInputSplit(reader, host)),
                0);
    }

    private List<SplitAssignmentEffect> tell(SplitEvent... events) {
        return splits.on(new SplitAssignmentEvent.FromCoordinator(COORDINATOR, List.of(events)), 0);
    }

    private static SplitEvent open(String id, String... hosts) {
        return new SplitEvent.Available(id, bytes(id), OptionalInt.empty(), List.of(hosts));
    }

    private static SplitEvent directed(String id, int subtask) {
        return new SplitEvent.Available(id, bytes(id), OptionalInt.of(subtask), List.of());
    }

    private static SplitAssignmentEffect answer(long request, String split) {
        return new SplitAssignmentEffect.Answer(
                request, new NextInputSplit.Split(split, bytes(split)));
    }

    private static SplitAssignmentEffect none(long request) {
        return new SplitAssignmentEffect.Answer(request, new NextInputSplit.NoneLeft());
    }

    private static Bytes bytes(String text) {
        return Bytes.owning(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ExecutionAttemptID attempt(boolean coordinator, int subtask, int number) {
        return new ExecutionAttemptID(
                new JobID(1, 1), new JobVertexID(1, 1), coordinator, subtask, number, 1, 0);
    }
}
