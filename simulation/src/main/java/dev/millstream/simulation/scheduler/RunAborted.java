package dev.millstream.simulation.scheduler;

/** Thrown at every waiting point of task threads that outlive their run, so that they end. */
public final class RunAborted extends Error {
    private static final long serialVersionUID = 1L;

    public RunAborted() {
        super("the simulated run is over", null, false, false);
    }
}
