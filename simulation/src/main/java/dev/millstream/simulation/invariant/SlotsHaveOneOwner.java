package dev.millstream.simulation.invariant;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.trace.RpcTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * I9: every slot has exactly one owner, and that of a job that has ended is freed in time. Follows
 * who owns what from the messages alone: a slot is owned from the moment its ResourceManager
 * requests it until its TaskManager refuses, or says that it is free.
 */
public final class SlotsHaveOneOwner implements Invariant, RpcTrace {
    private final LongSupplier nowNs;
    private final long orphanLimitNs;
    private final Map<SlotID, Owner> owners = new TreeMap<>();
    private final Map<JobID, Long> endedAtNs = new TreeMap<>();
    private @Nullable String problem;

    private record Owner(AllocationID allocation, JobID job) {}

    /**
     * @param orphanLimitNs how long a slot may stay with a job that has ended
     */
    public SlotsHaveOneOwner(LongSupplier nowNs, long orphanLimitNs) {
        this.nowNs = nowNs;
        this.orphanLimitNs = orphanLimitNs;
    }

    /** How many slots have an owner. */
    public int owned() {
        return owners.size();
    }

    @Override
    public void called(RpcCall call) {
        switch (call.method()) {
            case "requestSlot" -> requested((SlotRequest) call.arguments().getFirst());
            case "offerSlots" -> {
                for (Object offer : (List<?>) call.arguments().get(1)) {
                    offered((SlotOffer) offer);
                }
            }
            case "registerTaskManager" -> {
                if (call.arguments().size() > 1) {
                    for (Object status : (List<?>) call.arguments().get(1)) {
                        reported((SlotStatus) status);
                    }
                }
            }
            case "notifySlotFreed" ->
                    free((SlotID) call.arguments().get(0), (AllocationID) call.arguments().get(1));
            case "disconnectJobMaster" ->
                    endedAtNs.putIfAbsent((JobID) call.arguments().getFirst(), nowNs.getAsLong());
            default -> {}
        }
    }

    @Override
    public void answered(RpcCall call, @Nullable Object result) {}

    @Override
    public void failed(RpcCall call, Throwable failure) {
        if (call.method().equals("requestSlot") && !(failure instanceof AskTimeoutException)) {
            SlotRequest request = (SlotRequest) call.arguments().getFirst();
            free(request.slot(), request.allocation());
        }
    }

    private void requested(SlotRequest request) {
        SlotID slot = request.slot();
        Owner owner = owners.get(slot);
        if (owner != null && !owner.allocation().equals(request.allocation())) {
            problem = slot + " was granted to " + request + " while it belonged to " + owner;
            return;
        }
        owners.forEach((other, its) -> {
            if (its.allocation().equals(request.allocation()) && !other.equals(slot)) {
                problem = request.allocation() + " has both " + other + " and " + slot;
            }
        });
        owners.put(slot, new Owner(request.allocation(), request.job()));
    }

    private void offered(SlotOffer offer) {
        Owner owner = owners.get(offer.slot());
        if (owner == null || !owner.allocation().equals(offer.allocation())) {
            problem = offer + " was made, but the slot belonged to " + owner;
        }
    }

    /** What a TaskManager says when it joins, perhaps again, is how it is. */
    private void reported(SlotStatus status) {
        status.owner()
                .ifPresentOrElse(
                        owner ->
                                owners.put(
                                        status.slot(), new Owner(owner.allocation(), owner.job())),
                        () -> owners.remove(status.slot()));
    }

    private void free(SlotID slot, AllocationID allocation) {
        Owner owner = owners.get(slot);
        if (owner != null && owner.allocation().equals(allocation)) {
            owners.remove(slot);
        }
    }

    @Override
    public Optional<String> violation(long now) {
        if (problem != null) {
            return Optional.of("I9: " + problem);
        }
        for (Map.Entry<JobID, Long> ended : endedAtNs.entrySet()) {
            if (now - ended.getValue() > orphanLimitNs && ownsAny(ended.getKey())) {
                return Optional.of("I9: orphans of " + ended.getKey() + ": " + owners);
            }
        }
        return Optional.empty();
    }

    private boolean ownsAny(JobID job) {
        return owners.values().stream().anyMatch(owner -> owner.job().equals(job));
    }

    @Override
    public Optional<String> violationAtRest() {
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of("I9: slots that were never freed: " + owners);
    }
}
