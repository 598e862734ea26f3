package dev.millstream.simulation.scheduler;

/**
 * Something that can be given a turn: a lane or a thread. While it is ready, the policy may pick it
 * after any event.
 */
public abstract class Actor {
    private final String name;
    // Kept by the scheduler and its policies.
    boolean ready;
    int weightExponent;
    long priority;
    long waitingSinceNs;

    protected Actor(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** For the trace. */
    protected abstract EventKind kind();

    /**
     * Runs one turn.
     *
     * @return whether it is ready for another
     */
    protected abstract boolean turn();

    /** Whether it may wait in the middle of a turn, as threads may and lanes may not. */
    protected boolean canBlock() {
        return false;
    }

    /** Waits in the middle of a turn; only called when {@link #canBlock}. */
    protected void block(long durationNs, String what) {
        throw new IllegalStateException(name + " can't block for " + what);
    }

    /** Ends what is left of it when the run is over. */
    protected void abort() {}

    /** One or more lines on what it waits for, for the dump of a run that failed. */
    protected abstract String describe();
}
