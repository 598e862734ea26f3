package dev.millstream.jobmanager.leader;

import dev.millstream.platform.time.Cancellable;

/** Elects one JobManager among several. */
public interface LeaderElection {
    /**
     * Takes part from now on.
     *
     * @param contender told on a thread of the election's; hops to its own first
     * @return withdraws; the contender's leadership, if it has it, is revoked first
     */
    Cancellable contend(LeaderContender contender);
}
