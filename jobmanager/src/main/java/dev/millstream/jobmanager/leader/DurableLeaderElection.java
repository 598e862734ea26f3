package dev.millstream.jobmanager.leader;

import dev.millstream.jobmanager.store.DurableFolder;
import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.io.IOException;
import java.util.Optional;

/**
 * For a JobManager without rivals that may be restarted: it leads once the number of its leadership
 * is on disk, which is higher than that of every earlier one in the same folder, whatever the wall
 * clock says. Who starts it sees to it that no other process uses the folder.
 */
public final class DurableLeaderElection implements LeaderElection {
    private static final String FILE = "epoch";

    private final Platform platform;
    private final DurableFolder folder;

    public DurableLeaderElection(Platform platform, DurableFolder folder) {
        this.platform = platform;
        this.folder = folder;
    }

    @Override
    public Cancellable contend(LeaderContender contender) {
        var _ =
                platform.blockingPool()
                        .submit("write epoch", this::next)
                        .whenComplete((leader, failure) -> {
                            if (failure == null) {
                                contender.granted(leader);
                            } else {
                                contender.failed(failure);
                            }
                        });
        return contender::revoked;
    }

    /** The clock counts too, so that a folder that was lost does no harm in most cases. */
    private long next() throws IOException {
        Optional<Input> before = folder.read(FILE);
        long last = before.isPresent() ? before.get().readLong() : 0;
        long leader = Math.max(last + 1, platform.clock().wallMs());
        Output content = new Output(Long.BYTES);
        content.writeLong(leader);
        folder.write(FILE, content);
        return leader;
    }
}
