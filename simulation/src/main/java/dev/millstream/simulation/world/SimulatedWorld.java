package dev.millstream.simulation.world;

import dev.millstream.simulation.file.Disk;
import dev.millstream.simulation.link.Wire;
import dev.millstream.simulation.mark.MarkRecorder;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.socket.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything of one run: one seed, one scheduler, the hosts and the processes on them. Belongs to
 * the thread that makes it.
 */
public final class SimulatedWorld {
    private static final long WALL_START_MS = 1_767_225_600_000L;
    private static final int MAX_SKEW_MS = 5_000;

    private final long seed;
    private final WorldSettings settings;
    private final Scheduler scheduler;
    private final Wire wire;
    private final Map<String, Disk> disks = new TreeMap<>();
    private final List<SimulatedPlatform> processes = new ArrayList<>();
    private final Servers servers = new Servers();
    private final MarkRecorder marks = new MarkRecorder();

    public SimulatedWorld(long seed, WorldSettings settings) {
        this.seed = seed;
        this.settings = settings;
        this.scheduler = new Scheduler(new SeededRandom(seed), settings.scheduler());
        this.wire = new Wire(scheduler, settings.links());
    }

    /** Starts a process; processes of one host share its files. */
    public SimulatedPlatform startProcess(String name, String host) {
        SimulatedPlatform platform = new SimulatedPlatform(this, name, host, marks);
        processes.add(platform);
        return platform;
    }

    /** All processes, in the order of their start. */
    public List<SimulatedPlatform> processes() {
        return List.copyOf(processes);
    }

    public long seed() {
        return seed;
    }

    public WorldSettings settings() {
        return settings;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Wire wire() {
        return wire;
    }

    /** Servers outside the cluster. */
    public Servers servers() {
        return servers;
    }

    public MarkRecorder marks() {
        return marks;
    }

    /** The files of a host. */
    public Disk disk(String host) {
        return disks.computeIfAbsent(host, name -> new Disk());
    }

    long drawWallOffsetMs() {
        return WALL_START_MS + scheduler.random().between(-MAX_SKEW_MS, MAX_SKEW_MS);
    }
}
