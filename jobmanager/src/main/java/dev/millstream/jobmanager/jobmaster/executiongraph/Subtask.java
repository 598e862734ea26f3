package dev.millstream.jobmanager.jobmaster.executiongraph;

/** One of a vertex's parallel instances, or its coordinator; always has a current attempt. */
public final class Subtask {
    private final ExecutionVertex vertex;
    private final boolean coordinator;
    private final int index;
    private Attempt attempt;

    Subtask(ExecutionVertex vertex, boolean coordinator, int index) {
        this.vertex = vertex;
        this.coordinator = coordinator;
        this.index = index;
        this.attempt = vertex.newAttempt(coordinator, index, 0);
    }

    public ExecutionVertex vertex() {
        return vertex;
    }

    public boolean isCoordinator() {
        return coordinator;
    }

    /** From 0; 0 for a coordinator. */
    public int index() {
        return index;
    }

    public Attempt attempt() {
        return attempt;
    }

    /**
     * Replaces the current attempt by a new one.
     *
     * @throws IllegalStateException if the current one hasn't ended
     */
    void renew() {
        if (!attempt.state().isTerminal()) {
            throw new IllegalStateException(
                    "Task " + attempt.name() + " is still " + attempt.state());
        }
        attempt = vertex.newAttempt(coordinator, index, attempt.id().attempt() + 1);
    }
}
