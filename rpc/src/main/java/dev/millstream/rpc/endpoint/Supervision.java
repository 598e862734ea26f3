package dev.millstream.rpc.endpoint;

/** What a parent does when a child crashes. The parent is told in any case. */
public sealed interface Supervision {
    /**
     * The child is created anew, with its mailbox kept, at most so often in its life; then it is
     * stopped.
     */
    record Restart(int maxRestarts) implements Supervision {
        public Restart {
            if (maxRestarts < 1) {
                throw new IllegalArgumentException("At least one restart, not " + maxRestarts);
            }
        }
    }

    /** The child is stopped. */
    record Stop() implements Supervision {}

    /** The child is stopped, and its parent crashes with the same cause. */
    record Escalate() implements Supervision {}

    static Supervision restart(int maxRestarts) {
        return new Restart(maxRestarts);
    }

    static Supervision stop() {
        return new Stop();
    }

    static Supervision escalate() {
        return new Escalate();
    }
}
