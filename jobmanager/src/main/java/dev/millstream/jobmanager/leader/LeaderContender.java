package dev.millstream.jobmanager.leader;

/** A JobManager that would lead. */
public interface LeaderContender {
    /**
     * It leads.
     *
     * @param leader number of the leadership, higher than all before: {@link
     *     dev.millstream.rpc.fencing.Epoch#leader()}
     */
    void granted(long leader);

    /** It leads no more. */
    void revoked();
}
