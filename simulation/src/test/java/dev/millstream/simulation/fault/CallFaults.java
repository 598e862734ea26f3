package dev.millstream.simulation.fault;

import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.simulation.fault.FaultyRpc.CallFault;
import dev.millstream.simulation.scheduler.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ways in which a component can misbehave towards others. */
final class CallFaults {
    private CallFaults() {}

    /** A split is handed out a second time, to whoever asks next. */
    static CallFault splitTwice(SeededRandom random, double chance) {
        List<NextInputSplit> again = new ArrayList<>();
        return (method, arguments, pass) -> {
            boolean asksForSplit = method.equals("requestNextInputSplit");
            Object answer;
            if (asksForSplit && !again.isEmpty() && random.chance(chance)) {
                answer = CompletableFuture.completedFuture(again.removeLast());
            } else {
                answer = pass.with(arguments);
            }
            if (asksForSplit && answer instanceof CompletableFuture<?> splits) {
                answer = splits.thenApply(split -> remember(split, again));
            }
            return answer;
        };
    }

    private static Object remember(Object split, List<NextInputSplit> again) {
        if (split instanceof NextInputSplit.Split handedOut) {
            again.add(handedOut);
        }
        return split;
    }

    /** A slot is granted that belongs to an allocation already. */
    static CallFault slotTwice(SeededRandom random, double chance) {
        List<SlotID> granted = new ArrayList<>();
        return (method, arguments, pass) -> {
            if (!method.equals("requestSlot")) {
                return pass.with(arguments);
            }
            SlotRequest request = (SlotRequest) arguments[0];
            if (!granted.isEmpty() && random.chance(chance)) {
                return pass.with(on(request, granted.getLast()));
            }
            granted.add(request.slot());
            return pass.with(arguments);
        };
    }

    private static SlotRequest on(SlotRequest request, SlotID slot) {
        return new SlotRequest(
                slot,
                request.job(),
                request.allocation(),
                request.jobMasterAddress(),
                request.jobMaster(),
                request.resourceManager(),
                request.registration());
    }

    /** From some moment on nobody is told any more that a slot is to be free, or is. */
    static CallFault slotKept(SeededRandom random, double chance) {
        boolean[] struck = new boolean[1];
        return (method, arguments, pass) ->
                switch (method) {
                    case "notifySlotFreed" -> {
                        struck[0] |= random.chance(chance);
                        yield struck[0] ? null : pass.with(arguments);
                    }
                    case "freeSlot" ->
                            struck[0]
                                    ? CompletableFuture.completedFuture(false)
                                    : pass.with(arguments);
                    default -> pass.with(arguments);
                };
    }
}
