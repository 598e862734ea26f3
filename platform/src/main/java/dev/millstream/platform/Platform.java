package dev.millstream.platform;

import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.platform.link.Network;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.random.Randomness;
import dev.millstream.platform.socket.ClientSockets;
import dev.millstream.platform.time.Clock;

/**
 * The machine as one process of the system sees it.
 *
 * <p>Nothing below the module {@code cluster} reaches the machine in another way, so that the same
 * classes run on real threads and sockets, and in the deterministic simulation. One instance stands
 * for one process; in an embedded cluster several roles share one.
 */
public interface Platform {
    Clock clock();

    Randomness randomness();

    Lanes lanes();

    TaskThreads taskThreads();

    BlockingPool blockingPool();

    FileStore files();

    Network network();

    ClientSockets clientSockets();

    Marks marks();
}
