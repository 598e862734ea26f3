package dev.millstream.simulation.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.trace.RpcTrace.RpcCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotsHaveOneOwnerTest {
    private static final long ORPHAN_NS = 1_000;
    private static final JobID JOB = new JobID(1, 1);
    private static final JobID OTHER_JOB = new JobID(2, 2);
    private static final AllocationID ALLOCATION = new AllocationID(3, 3);
    private static final AllocationID OTHER_ALLOCATION = new AllocationID(4, 4);
    private static final ResourceID TASK_MANAGER = new ResourceID("tm");
    private static final SlotID SLOT = new SlotID(TASK_MANAGER, 0);
    private static final SlotID OTHER_SLOT = new SlotID(TASK_MANAGER, 1);
    private static final Epoch EPOCH = new Epoch(1, 0);

    private final SlotsHaveOneOwner invariant = new SlotsHaveOneOwner(() -> 0, ORPHAN_NS);

    private void call(String method, Object... arguments) {
        invariant.called(rpcCall(method, arguments));
    }

    private static RpcCall rpcCall(String method, Object... arguments) {
        return new RpcCall("from", "to", "ResourceManagerGateway", method, List.of(arguments));
    }

    private static SlotRequest request(SlotID slot, JobID job, AllocationID allocation) {
        return request(slot, job, allocation, 1);
    }

    private static SlotRequest request(
            SlotID slot, JobID job, AllocationID allocation, long registration) {
        return new SlotRequest(slot, job, allocation, "jobmaster", EPOCH, EPOCH, registration);
    }

    private static List<SlotOffer> offers(SlotID slot, AllocationID allocation) {
        return List.of(new SlotOffer(allocation, slot, 0));
    }

    @Test
    void shouldHoldWhenASlotIsFreedBeforeItIsGrantedAgain() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call("offerSlots", TASK_MANAGER, offers(SLOT, ALLOCATION));
        call("notifySlotFreed", SLOT, ALLOCATION);
        call("requestSlot", request(SLOT, OTHER_JOB, OTHER_ALLOCATION));
        assertThat(invariant.violation(0)).isEmpty();
        assertThat(invariant.owned()).isOne();
    }

    @Test
    void shouldFindASlotThatIsGrantedTwice() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call("requestSlot", request(SLOT, OTHER_JOB, OTHER_ALLOCATION));
        assertThat(invariant.violation(0)).isPresent();
    }

    @Test
    void shouldFindAnAllocationWithTwoSlots() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call("requestSlot", request(OTHER_SLOT, JOB, ALLOCATION));
        assertThat(invariant.violation(0)).isPresent();
    }

    @Test
    void shouldFindAnOfferOfASlotThatIsAnothers() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call("offerSlots", TASK_MANAGER, offers(SLOT, OTHER_ALLOCATION));
        assertThat(invariant.violation(0)).isPresent();
    }

    @Test
    void shouldFindAnOrphanOnceItsTimeIsOver() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call("disconnectJobMaster", JOB, EPOCH, "finished");
        assertThat(invariant.violation(ORPHAN_NS)).isEmpty();
        assertThat(invariant.violation(ORPHAN_NS + 1)).isPresent();
        assertThat(invariant.violationAtRest()).isPresent();
    }

    @Test
    void shouldForgetARequestThatWasRefused() {
        SlotRequest request = request(SLOT, JOB, ALLOCATION);
        call("requestSlot", request);
        invariant.failed(rpcCall("requestSlot", request), new RemoteException("x", "taken", ""));
        assertThat(invariant.owned()).isZero();
    }

    @Test
    void shouldNotTakeALostAnswerForARefusal() {
        SlotRequest request = request(SLOT, JOB, ALLOCATION);
        call("requestSlot", request);
        invariant.failed(rpcCall("requestSlot", request), new LinkBrokenException("broken"));
        invariant.failed(rpcCall("requestSlot", request), new AskTimeoutException("late"));
        assertThat(invariant.owned()).isOne();
        call("requestSlot", request(SLOT, OTHER_JOB, OTHER_ALLOCATION));
        assertThat(invariant.violation(0)).isPresent();
    }

    @Test
    void shouldWaitForTheEndOfWhatRunsInASlotThatIsTakenBack() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        invariant.answered(rpcCall("freeSlot", ALLOCATION, EPOCH, "over"), false);
        assertThat(invariant.owned()).isOne();
        invariant.answered(rpcCall("freeSlot", ALLOCATION, EPOCH, "over"), true);
        assertThat(invariant.owned()).isZero();
    }

    @Test
    void shouldBelieveATaskManagerThatJoinsAgain() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        join(2);
        call("requestSlot", request(SLOT, JOB, ALLOCATION, 2));
        assertThat(invariant.violation(0)).isEmpty();
        assertThat(invariant.owned()).isEqualTo(2);
    }

    @Test
    void shouldIgnoreRequestsFromBeforeATaskManagerJoinedAgain() {
        join(2);
        call("requestSlot", request(OTHER_SLOT, JOB, ALLOCATION, 1));
        assertThat(invariant.violation(0)).isEmpty();
        call("requestSlot", request(OTHER_SLOT, JOB, ALLOCATION, 2));
        assertThat(invariant.violation(0)).isPresent();
    }

    /** It says that one slot is free and the other is not. */
    private void join(long registration) {
        call(
                "registerTaskManager",
                new RegisterTaskManager(
                        TASK_MANAGER, "tm", new Address("tm", 1), "tm", 2, 1, registration),
                List.of(
                        new SlotStatus(SLOT, Optional.empty()),
                        new SlotStatus(
                                OTHER_SLOT,
                                Optional.of(
                                        new SlotStatus.Owner(
                                                OTHER_JOB, OTHER_ALLOCATION, EPOCH)))));
    }
}
