package dev.millstream.simulation.fault;

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

/** A platform of which some parts are replaced by broken ones. */
public record FaultyPlatform(
        Clock clock,
        Randomness randomness,
        Lanes lanes,
        TaskThreads taskThreads,
        BlockingPool blockingPool,
        FileStore files,
        Network network,
        ClientSockets clientSockets,
        Marks marks)
        implements Platform {
    public static FaultyPlatform of(Platform sound) {
        return new FaultyPlatform(
                sound.clock(),
                sound.randomness(),
                sound.lanes(),
                sound.taskThreads(),
                sound.blockingPool(),
                sound.files(),
                sound.network(),
                sound.clientSockets(),
                sound.marks());
    }

    FaultyPlatform withLanes(Lanes broken) {
        return new FaultyPlatform(
                clock,
                randomness,
                broken,
                taskThreads,
                blockingPool,
                files,
                network,
                clientSockets,
                marks);
    }

    FaultyPlatform withTaskThreads(TaskThreads broken) {
        return new FaultyPlatform(
                clock,
                randomness,
                lanes,
                broken,
                blockingPool,
                files,
                network,
                clientSockets,
                marks);
    }

    FaultyPlatform withNetwork(Network broken) {
        return new FaultyPlatform(
                clock,
                randomness,
                lanes,
                taskThreads,
                blockingPool,
                files,
                broken,
                clientSockets,
                marks);
    }

    public FaultyPlatform withFiles(FileStore broken) {
        return new FaultyPlatform(
                clock,
                randomness,
                lanes,
                taskThreads,
                blockingPool,
                broken,
                network,
                clientSockets,
                marks);
    }
}
