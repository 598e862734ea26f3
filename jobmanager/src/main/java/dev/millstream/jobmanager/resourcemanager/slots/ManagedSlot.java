package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import java.util.Optional;

/** One slot; refuses transitions that {@link SlotState} doesn't list. */
final class ManagedSlot {
    private final SlotID id;
    private SlotState state = new SlotState.Free();
    private int rests;

    ManagedSlot(SlotID id) {
        this.id = id;
    }

    SlotID id() {
        return id;
    }

    SlotState state() {
        return state;
    }

    Optional<SlotOwner> owner() {
        return switch (state) {
            case SlotState.Requested(SlotOwner owner) -> Optional.of(owner);
            case SlotState.Granted(SlotOwner owner) -> Optional.of(owner);
            case SlotState.Orphaned(SlotOwner owner) -> Optional.of(owner);
            case SlotState.Free(), SlotState.Resting() -> Optional.empty();
        };
    }

    boolean isFree() {
        return state instanceof SlotState.Free;
    }

    boolean isOrphaned() {
        return state instanceof SlotState.Orphaned;
    }

    boolean isUnder(AllocationID allocation) {
        return owner().filter(owner -> owner.allocation().equals(allocation)).isPresent();
    }

    /** Whether the slot counts for the job of this incarnation. */
    boolean serves(JobEntry job) {
        return !isOrphaned()
                && owner().filter(owner ->
                                owner.job().equals(job.id())
                                        && owner.jobMaster().equals(job.epoch()))
                        .isPresent();
    }

    void request(SlotOwner owner) {
        require(isFree(), "Requested");
        state = new SlotState.Requested(owner);
    }

    void grant() {
        require(state instanceof SlotState.Requested || isOrphaned(), "Granted");
        state = new SlotState.Granted(owner().orElseThrow());
    }

    void orphan() {
        require(owner().isPresent() && !isOrphaned(), "Orphaned");
        state = new SlotState.Orphaned(owner().orElseThrow());
    }

    /** Its TaskManager has told of an owner that isn't in the books. */
    void discoverOrphan(SlotOwner owner) {
        state = new SlotState.Orphaned(owner);
    }

    /** Returns the number of the rest. */
    int rest() {
        require(owner().isPresent(), "Resting");
        state = new SlotState.Resting();
        return ++rests;
    }

    boolean isResting(int rest) {
        return state instanceof SlotState.Resting && rest == rests;
    }

    void free() {
        state = new SlotState.Free();
    }

    private void require(boolean legal, String next) {
        if (!legal) {
            throw new IllegalStateException(
                    "Slot " + id + " can't go from " + state + " to " + next);
        }
    }
}
