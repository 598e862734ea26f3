package dev.millstream.jobmanager.leader;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;

/**
 * For a JobManager that has no rival: it leads at once, until it withdraws. The number of its
 * leadership is the time of its start, so that it rises from one start to the next as long as the
 * wall clock does.
 */
public final class LoneLeaderElection implements LeaderElection {
    private final Clock clock;

    public LoneLeaderElection(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Cancellable contend(LeaderContender contender) {
        contender.granted(clock.wallMs());
        return contender::revoked;
    }
}
