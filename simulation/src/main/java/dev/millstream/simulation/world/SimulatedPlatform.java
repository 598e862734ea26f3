package dev.millstream.simulation.world;

import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.platform.link.Network;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.random.Randomness;
import dev.millstream.platform.socket.ClientSockets;
import dev.millstream.simulation.file.Disk;
import dev.millstream.simulation.file.SimulatedFileStore;
import dev.millstream.simulation.lane.SimulatedBlockingPool;
import dev.millstream.simulation.lane.SimulatedLanes;
import dev.millstream.simulation.lane.SimulatedTaskThreads;
import dev.millstream.simulation.link.SimulatedNetwork;
import dev.millstream.simulation.socket.SimulatedClientSocket;
import java.util.ArrayList;
import java.util.List;

/** The machine as one simulated process sees it. Only for threads that hold the baton. */
public final class SimulatedPlatform implements Platform {
    private final String name;
    private final String host;
    private final SimulatedClock clock;
    private final Randomness randomness;
    private final SimulatedLanes lanes;
    private final SimulatedTaskThreads taskThreads;
    private final SimulatedBlockingPool blockingPool;
    private final SimulatedFileStore files;
    private final SimulatedNetwork network;
    private final ClientSockets clientSockets;
    private final Marks marks;
    private final Disk disk;

    SimulatedPlatform(SimulatedWorld world, String name, String host, Marks marks) {
        var scheduler = world.scheduler();
        var random = scheduler.random().stream(name);
        this.name = name;
        this.host = host;
        this.marks = marks;
        this.disk = world.disk(host);
        this.clock = new SimulatedClock(scheduler, world.drawWallOffsetMs());
        this.randomness = new SimulatedRandomness(scheduler, random);
        this.lanes = new SimulatedLanes(scheduler, name);
        this.taskThreads = new SimulatedTaskThreads(scheduler, name);
        this.blockingPool = new SimulatedBlockingPool(scheduler, name);
        this.files =
                new SimulatedFileStore(
                        scheduler, disk, clock, world.settings().maxFileDelayNs(), "/" + name);
        this.network =
                new SimulatedNetwork(
                        scheduler, world.wire(), world.settings().links(), marks, name, host);
        this.clientSockets = () -> new SimulatedClientSocket(scheduler, world.servers());
    }

    public String name() {
        return name;
    }

    public String host() {
        return host;
    }

    /** What should be gone once its jobs are: threads, running calls, open and scratch files. */
    public List<String> inUse() {
        List<String> inUse = new ArrayList<>();
        taskThreads.alive().forEach(thread -> inUse.add("thread " + thread));
        files.openFiles().forEach(file -> inUse.add(name + " has open " + file));
        disk.filesBelow(files.scratchDirectory()).forEach(file -> inUse.add("file " + file));
        if (blockingPool.running() > 0) {
            inUse.add(name + " has " + blockingPool.running() + " blocking calls");
        }
        return inUse;
    }

    @Override
    public SimulatedClock clock() {
        return clock;
    }

    @Override
    public Randomness randomness() {
        return randomness;
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public TaskThreads taskThreads() {
        return taskThreads;
    }

    @Override
    public BlockingPool blockingPool() {
        return blockingPool;
    }

    @Override
    public FileStore files() {
        return files;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public ClientSockets clientSockets() {
        return clientSockets;
    }

    @Override
    public Marks marks() {
        return marks;
    }
}
