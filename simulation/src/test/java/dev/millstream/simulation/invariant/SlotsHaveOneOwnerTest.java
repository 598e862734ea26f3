package dev.millstream.simulation.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.taskexecutor.SlotRequest;
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
        return new RpcCall("from", "to", "SomeGateway", method, List.of(arguments));
    }

    private static SlotRequest request(SlotID slot, JobID job, AllocationID allocation) {
        return new SlotRequest(slot, job, allocation, "jobmaster", EPOCH, EPOCH);
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
    void shouldBelieveATaskManagerThatJoinsAgain() {
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        call(
                "registerTaskManager",
                TASK_MANAGER,
                List.of(
                        new SlotStatus(SLOT, Optional.empty()),
                        new SlotStatus(
                                OTHER_SLOT,
                                Optional.of(
                                        new SlotStatus.Owner(
                                                OTHER_JOB, OTHER_ALLOCATION, EPOCH)))));
        call("requestSlot", request(SLOT, JOB, ALLOCATION));
        assertThat(invariant.violation(0)).isEmpty();
        assertThat(invariant.owned()).isEqualTo(2);
    }
}
