package dev.millstream.cluster.entrypoint;

import dev.millstream.platform.Platform;
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
 * A machine with other links than its own.
 *
 * @param machine everything else
 * @param network the links
 */
record ProcessPlatform(Platform machine, Network network) implements Platform {
    @Override
    public Clock clock() {
        return machine.clock();
    }

    @Override
    public Randomness randomness() {
        return machine.randomness();
    }

    @Override
    public Lanes lanes() {
        return machine.lanes();
    }

    @Override
    public TaskThreads taskThreads() {
        return machine.taskThreads();
    }

    @Override
    public BlockingPool blockingPool() {
        return machine.blockingPool();
    }

    @Override
    public FileStore files() {
        return machine.files();
    }

    @Override
    public ClientSockets clientSockets() {
        return machine.clientSockets();
    }

    @Override
    public Marks marks() {
        return machine.marks();
    }
}
