package dev.millstream.cluster.local;

import dev.millstream.protocol.id.ResourceID;
import java.util.List;

/** What happens to a {@link WorkerPool}. */
sealed interface WorkerEvent {
    /** The pool begins; processes of an earlier JobManager still run. */
    record Begun(List<String> running) implements WorkerEvent {
        public Begun {
            running = List.copyOf(running);
        }
    }

    /** {@link WorkerPool#canOffer} has agreed to it. */
    record SlotsRequested(int slots) implements WorkerEvent {}

    /**
     * What the ResourceManager sees now.
     *
     * @param registered the TaskManagers
     * @param waitingSlots how many slots jobs need and have not been granted
     */
    record Observed(List<Seen> registered, int waitingSlots) implements WorkerEvent {
        public Observed {
            registered = List.copyOf(registered);
        }
    }

    /** A process has ended. */
    record Ended(String name) implements WorkerEvent {}

    /** It is time to look again. */
    record TimePassed() implements WorkerEvent {}

    /**
     * A registered TaskManager.
     *
     * @param name of its process
     * @param id its identity
     * @param idle whether all its slots are free
     */
    record Seen(String name, ResourceID id, boolean idle) {}
}
