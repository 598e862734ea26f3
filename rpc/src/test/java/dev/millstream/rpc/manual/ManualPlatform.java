package dev.millstream.rpc.manual;

import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.platform.machine.LocalNetwork;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.random.Randomness;
import dev.millstream.platform.socket.ClientSockets;
import dev.millstream.platform.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One process of a world; it has no tasks, files or blocking calls. */
public final class ManualPlatform implements Platform {
    private final ManualWorld world;
    private final Lanes lanes;
    private final LocalNetwork process;
    private final FaultyNetwork network;
    private final Random random;
    private final List<String> marks = new ArrayList<>();

    ManualPlatform(ManualWorld world, String name) {
        this.world = world;
        this.lanes =
                (laneName, onFailure) -> new ManualLane(world, name + "/" + laneName, onFailure);
        this.process = world.hub().join(lanes);
        this.network = new FaultyNetwork(process);
        this.random = new Random(name.hashCode());
    }

    /** Ends the process as a crash would: its links break. */
    public void kill() {
        process.close();
    }

    /** The marks that were reached. */
    public List<String> reached() {
        return marks;
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public long wallMs() {
                return world.nowMs();
            }

            @Override
            public long nanos() {
                return world.nowMs() * 1_000_000;
            }
        };
    }

    @Override
    public Randomness randomness() {
        return new Randomness() {
            @Override
            public long nextLong() {
                return random.nextLong();
            }

            @Override
            public int nextInt(int bound) {
                return random.nextInt(bound);
            }

            @Override
            public void nextBytes(byte[] target) {
                random.nextBytes(target);
            }
        };
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public FaultyNetwork network() {
        return network;
    }

    @Override
    public ClientSockets clientSockets() {
        throw new UnsupportedOperationException("No sockets here");
    }

    @Override
    public Marks marks() {
        return marks::add;
    }

    @Override
    public TaskThreads taskThreads() {
        throw new UnsupportedOperationException("No tasks here");
    }

    @Override
    public BlockingPool blockingPool() {
        throw new UnsupportedOperationException("No blocking calls here");
    }

    @Override
    public FileStore files() {
        throw new UnsupportedOperationException("No files here");
    }
}
