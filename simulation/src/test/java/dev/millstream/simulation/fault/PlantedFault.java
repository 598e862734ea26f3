package dev.millstream.simulation.fault;

import dev.millstream.platform.Platform;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.simulation.cluster.ProcessPorts;
import dev.millstream.simulation.fault.FaultyRpc.CallFault;
import dev.millstream.simulation.scheduler.SeededRandom;

/** Something that is broken in all processes of a cluster, but strikes rarely. */
public enum PlantedFault {
    /** A link lets a frame overtake the one before, so that the end of input overtakes records. */
    LINK_REORDERS(0.01, "") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withNetwork(
                            new FaultyNetwork(
                                    sound.network(), () -> FrameFaults.reordering(random, likely)));
        }
    },
    /** A link loses a frame: a batch, a credit, a call or its answer. */
    LINK_LOSES(0.01, "") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withNetwork(
                            new FaultyNetwork(
                                    sound.network(), () -> FrameFaults.losing(random, likely)));
        }
    },
    /** A link delivers a frame twice. */
    LINK_DUPLICATES(0.01, "") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withNetwork(
                            new FaultyNetwork(
                                    sound.network(),
                                    () -> FrameFaults.duplicating(random, likely)));
        }
    },
    /** A lane runs a command in the middle of another. */
    LANE_RUNS_TWO_AT_ONCE(0.01, "") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withLanes(new FaultyLanes(sound.lanes(), () -> random.chance(likely)));
        }
    },
    /** A task's thread is not woken. */
    SIGNAL_LOST(0.01, "") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withTaskThreads(
                            new FaultyTaskThreads(
                                    sound.taskThreads(), () -> random.chance(likely)));
        }
    },
    /** A file of a job stays when the job has ended. */
    FILE_NOT_DELETED(0.1, "I10") {
        @Override
        Platform platform(Platform sound, SeededRandom random, double likely) {
            return FaultyPlatform.of(sound)
                    .withFiles(new FaultyFiles(sound.files(), () -> random.chance(likely)));
        }
    },
    /** A split is handed out twice. */
    SPLIT_TWICE(0.1, "") {
        @Override
        CallFault calls(SeededRandom random, double likely) {
            return CallFaults.splitTwice(random, likely);
        }
    },
    /** A slot is granted twice. */
    SLOT_TWICE(0.1, "I9") {
        @Override
        CallFault calls(SeededRandom random, double likely) {
            return CallFaults.slotTwice(random, likely);
        }
    },
    /** A slot stays, for all that its ResourceManager knows, with a job that has ended. */
    SLOT_KEPT(0.1, "I9") {
        @Override
        CallFault calls(SeededRandom random, double likely) {
            return CallFaults.slotKept(random, likely);
        }
    };

    private final double chance;
    private final String foundBy;

    PlantedFault(double chance, String foundBy) {
        this.chance = chance;
        this.foundBy = foundBy;
    }

    /** How likely it strikes whenever it can, for it to be rare in a run. */
    public double chance() {
        return chance;
    }

    /** What the failure names; empty when it shows in many ways. */
    public String foundBy() {
        return foundBy;
    }

    Platform platform(Platform sound, SeededRandom random, double likely) {
        return sound;
    }

    CallFault calls(SeededRandom random, double likely) {
        return (_, arguments, pass) -> pass.with(arguments);
    }

    /**
     * Breaks all processes.
     *
     * @param likely how likely it strikes whenever it can; 0 for never
     */
    public ProcessPorts ports(SeededRandom random, double likely) {
        CallFault calls = calls(random, likely);
        return new ProcessPorts() {
            @Override
            public Platform platform(String process, Platform sound) {
                return PlantedFault.this.platform(sound, random, likely);
            }

            @Override
            public RpcService rpc(String process, RpcService sound) {
                return new FaultyRpc(sound, calls);
            }
        };
    }
}
