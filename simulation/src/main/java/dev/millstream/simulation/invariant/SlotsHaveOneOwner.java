package dev.millstream.simulation.invariant;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.LinkBrokenException;
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
 * requests it, until its TaskManager has refused, or said that it is free, or agreed to free it.
 * That a link broke, or that no answer came, says nothing: the slot is owned until the TaskManager
 * itself has told that it is not. What a TaskManager says when it registers is how it is; requests
 * under an earlier registration have no effect from then on.
 */
public final class SlotsHaveOneOwner implements Invariant, RpcTrace {
    private final LongSupplier nowNs;
    private final long orphanLimitNs;
    private final Map<SlotID, Owner> owners = new TreeMap<>();
    private final Map<ResourceID, Long> registrations = new TreeMap<>();
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
                    registered(
                            (RegisterTaskManager) call.arguments().getFirst(),
                            (List<?>) call.arguments().get(1));
                }
            }
            case "notifySlotFreed" ->
                    free((SlotID) call.arguments().get(0), (AllocationID) call.arguments().get(1));
            case "disconnectTaskManager" -> {
                if (isToResourceManager(call)) {
                    left((ResourceID) call.arguments().getFirst());
                }
            }
            case "disconnectJobMaster" -> {
                if (isToResourceManager(call)) {
                    endedAtNs.putIfAbsent((JobID) call.arguments().getFirst(), nowNs.getAsLong());
                }
            }
            default -> {}
        }
    }

    /** Others are told that a connection is over, which need not be the end of anybody. */
    private static boolean isToResourceManager(RpcCall call) {
        return call.gateway().equals("ResourceManagerGateway");
    }

    @Override
    public void answered(RpcCall call, @Nullable Object result) {
        if (call.method().equals("freeSlot") && Boolean.TRUE.equals(result)) {
            AllocationID freed = (AllocationID) call.arguments().getFirst();
            owners.values().removeIf(owner -> owner.allocation().equals(freed));
        }
    }

    @Override
    public void failed(RpcCall call, Throwable failure) {
        if (call.method().equals("requestSlot") && isRefusal(failure)) {
            SlotRequest request = (SlotRequest) call.arguments().getFirst();
            free(request.slot(), request.allocation());
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return !(failure instanceof AskTimeoutException || failure instanceof LinkBrokenException);
    }

    private void requested(SlotRequest request) {
        SlotID slot = request.slot();
        Long known = registrations.get(slot.taskManager());
        if (known != null && request.registration() < known) {
            return;
        }
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

    private void registered(RegisterTaskManager taskManager, List<?> statuses) {
        registrations.put(taskManager.id(), taskManager.registration());
        for (Object status : statuses) {
            reported((SlotStatus) status);
        }
    }

    private void reported(SlotStatus status) {
        owners.remove(status.slot());
        status.owner()
                .ifPresent(owner ->
                        owners.put(status.slot(), new Owner(owner.allocation(), owner.job())));
    }

    /** A TaskManager takes its slots with it. */
    private void left(ResourceID taskManager) {
        owners.keySet().removeIf(slot -> slot.taskManager().equals(taskManager));
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
