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

    /** It can't take part (any more): what the election needs doesn't work. */
    void failed(Throwable cause);
}
