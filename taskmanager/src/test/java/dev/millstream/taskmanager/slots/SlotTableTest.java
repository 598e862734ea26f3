package dev.millstream.taskmanager.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotTableTest {
    private static final ResourceID TM = new ResourceID("tm");
    private static final JobID JOB = new JobID(0, 1);
    private static final JobID OTHER_JOB = new JobID(0, 2);
    private static final AllocationID A = new AllocationID(0, 10);
    private static final AllocationID B = new AllocationID(0, 11);
    private static final Epoch EPOCH = new Epoch(1, 0);

    private final SlotTable table = new SlotTable(TM, 2, 1000, 500);

    @Test
    void shouldShareMemoryEqually() {
        assertThat(new SlotTable(TM, 4, 1000, 500).shareBytes()).isEqualTo(250);
        request(0, JOB, A);
        assertThat(table.offers(JOB)).containsExactly(new SlotOffer(A, new SlotID(TM, 0), 500));
    }

    @Test
    void shouldRefuseToHaveNoSlot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SlotTable(TM, 0, 0, 1));
    }

    @Test
    void shouldGrantFreeSlotAndStartItsTimeout() {
        assertThat(request(1, JOB, A))
                .containsExactly(
                        new SlotEffect.Grant(new SlotID(TM, 1), JOB, A),
                        new SlotEffect.StartTimeout(A, 500));
        assertThat(table.report().get(1).owner().orElseThrow().allocation()).isEqualTo(A);
        assertThat(table.report().get(0).owner()).isEmpty();
    }

    @Test
    void shouldGrantRepeatedRequestWithoutSecondTimeout() {
        request(0, JOB, A);
        assertThat(request(0, JOB, A))
                .containsExactly(new SlotEffect.Grant(new SlotID(TM, 0), JOB, A));
    }

    @Test
    void shouldRefuseSlotThatAnotherAllocationHas() {
        request(0, JOB, A);
        assertThat(request(0, OTHER_JOB, B)).singleElement().isInstanceOf(SlotEffect.Refuse.class);
        assertThat(table.allocations(JOB)).containsExactly(A);
    }

    @Test
    void shouldRefuseSlotThatDoesNotExist() {
        assertThat(request(2, JOB, A))
                .singleElement()
                .satisfies(effect ->
                        assertThat(((SlotEffect.Refuse) effect).reason())
                                .contains("slots 0 to 1, not 2"));
    }

    @Test
    void shouldFreeAllocationThatNobodyAcceptsInTime() {
        request(0, JOB, A);
        assertThat(table.on(new SlotEvent.TimeoutDue(A), 499)).isEmpty();
        assertThat(table.on(new SlotEvent.TimeoutDue(A), 500))
                .hasSize(2)
                .last()
                .isInstanceOf(SlotEffect.AnnounceFree.class);
        assertThat(table.allocations(JOB)).isEmpty();
    }

    @Test
    void shouldKeepAcceptedAllocationPastTheTimeout() {
        request(0, JOB, A);
        assertThat(table.on(new SlotEvent.Accepted(A), 10))
                .containsExactly(new SlotEffect.StopTimeout(A));
        assertThat(table.on(new SlotEvent.TimeoutDue(A), 9_999)).isEmpty();
        assertThat(table.allocations(JOB)).containsExactly(A);
        assertThat(table.offers(JOB)).isEmpty();
    }

    @Test
    void shouldKeepAllocationInWhichATaskRuns() {
        request(0, JOB, A);
        start(A, attempt(JOB, 0));
        assertThat(table.on(new SlotEvent.TimeoutDue(A), 9_999)).isEmpty();
    }

    @Test
    void shouldFailTasksBeforeASlotIsFree() {
        request(0, JOB, A);
        start(A, attempt(JOB, 0));
        start(A, attempt(JOB, 1));
        assertThat(table.on(new SlotEvent.Released(A, "why"), 1))
                .containsExactly(
                        new SlotEffect.FailTasks(List.of(attempt(JOB, 0), attempt(JOB, 1)), "why"));
        assertThat(request(0, OTHER_JOB, B)).singleElement().isInstanceOf(SlotEffect.Refuse.class);
        assertThat(end(A, attempt(JOB, 0))).isEmpty();
        assertThat(end(A, attempt(JOB, 1)))
                .containsExactly(new SlotEffect.AnnounceFree(new SlotID(TM, 0), JOB, A, "why"));
        assertThat(request(0, OTHER_JOB, B)).hasSize(2);
    }

    @Test
    void shouldFreeSlotWithoutTasksAtOnce() {
        request(0, JOB, A);
        table.on(new SlotEvent.Accepted(A), 1);
        assertThat(table.on(new SlotEvent.Released(A, "why"), 2)).hasSize(1);
        assertThat(table.on(new SlotEvent.Released(A, "again"), 3)).isEmpty();
    }

    @Test
    void shouldKeepSlotOfWhichTheLastTaskEnded() {
        request(0, JOB, A);
        start(A, attempt(JOB, 0));
        assertThat(end(A, attempt(JOB, 0))).isEmpty();
        assertThat(table.allocations(JOB)).containsExactly(A);
    }

    @Test
    void shouldSayWhyATaskMayNotRun() {
        request(0, JOB, A);
        assertThat(table.refusal(JOB, A)).isEmpty();
        assertThat(table.refusal(JOB, B))
                .hasValueSatisfying(it -> assertThat(it).contains("no slot"));
        assertThat(table.refusal(OTHER_JOB, A))
                .hasValueSatisfying(it -> assertThat(it).contains("belongs to job " + JOB));
        start(A, attempt(JOB, 0));
        table.on(new SlotEvent.Released(A, "why"), 1);
        assertThat(table.refusal(JOB, A))
                .hasValueSatisfying(it -> assertThat(it).contains("released: why"));
    }

    @Test
    void shouldFailWhenATaskStartsWhereItMayNot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(A, attempt(JOB, 0)))
                .withMessageContaining("no slot under allocation");
    }

    @Test
    void shouldReportTheJobMasterThatHasASlot() {
        request(0, JOB, A);
        assertThat(table.report().getFirst().owner().map(owner -> owner.jobMaster()))
                .isEqualTo(Optional.of(EPOCH));
    }

    private List<SlotEffect> request(int index, JobID job, AllocationID allocation) {
        return table.on(new SlotEvent.Requested(index, job, allocation, EPOCH), 0);
    }

    private void start(AllocationID allocation, ExecutionAttemptID attempt) {
        table.on(new SlotEvent.TaskStarted(allocation, attempt), 0);
    }

    private List<SlotEffect> end(AllocationID allocation, ExecutionAttemptID attempt) {
        return table.on(new SlotEvent.TaskEnded(allocation, attempt), 0);
    }

    private static ExecutionAttemptID attempt(JobID job, int subtask) {
        return new ExecutionAttemptID(job, new JobVertexID(0, 7), false, subtask, 0, 1, 0);
    }
}
