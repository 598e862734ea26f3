package dev.millstream.platform.machine;

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
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process on a real machine. All its threads are daemons, named after the process, and end with
 * {@link #close}. Thread-safe.
 */
public final class MachinePlatform implements Platform, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MachineClock clock = new MachineClock();
    private final MachineRandomness randomness = new MachineRandomness();
    private final LanePool lanes;
    private final MachineTaskThreads taskThreads = new MachineTaskThreads();
    private final MachineBlockingPool blockingPool;
    private final MachineFileStore files;
    private final LocalNetwork network;

    private MachinePlatform(String process, LocalHub hub, Path scratchParent) {
        lanes = new LanePool(process);
        blockingPool = new MachineBlockingPool(process);
        files = new MachineFileStore(scratchParent);
        network = hub.join(lanes);
    }

    /**
     * A process that nobody else links to.
     *
     * @param process short name, for thread names
     */
    public static MachinePlatform alone(String process) {
        return among(new LocalHub(), process);
    }

    /** One of several processes in this JVM that can link to each other. */
    public static MachinePlatform among(LocalHub hub, String process) {
        return new MachinePlatform(process, hub, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * One of several processes in this JVM that can link to each other.
     *
     * @param scratchParent where the folder for temporary files is made
     */
    public static MachinePlatform among(LocalHub hub, String process, String scratchParent) {
        return new MachinePlatform(process, hub, Path.of(scratchParent));
    }

    @Override
    public Clock clock() {
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
        return MachineClientSocket::new;
    }

    @Override
    public Marks marks() {
        return Marks.NONE;
    }

    /** What is in use now: for tests that look for leaks. */
    public Usage usage() {
        return new Usage(
                lanes.pendingTimers(),
                taskThreads.liveCount(),
                blockingPool.runningCount(),
                network.openLinks());
    }

    /**
     * Breaks links, interrupts tasks and blocking calls, and ends all threads; waits for them a
     * limited time. What is queued on lanes is dropped. Not to be called on a lane. Idempotent.
     */
    @Override
    public void close() {
        network.close();
        taskThreads.close(PATIENCE);
        blockingPool.close();
        lanes.close(PATIENCE);
        files.close();
    }

    /**
     * Counts of what is in use.
     *
     * @param timers delayed commands that wait
     * @param taskThreads that live
     * @param blockingCalls that run
     * @param links that are open
     */
    public record Usage(int timers, int taskThreads, int blockingCalls, int links) {}
}
