package dev.millstream.engine.harness;

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
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A platform that remembers marks. */
final class MarkedPlatform implements Platform {
    private final Platform machine;
    private final Set<String> marked = new ConcurrentSkipListSet<>();

    MarkedPlatform(Platform machine) {
        this.machine = machine;
    }

    boolean isMarked(String name) {
        return marked.contains(name);
    }

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
    public Network network() {
        return machine.network();
    }

    @Override
    public ClientSockets clientSockets() {
        return machine.clientSockets();
    }

    @Override
    public Marks marks() {
        return marked::add;
    }
}
