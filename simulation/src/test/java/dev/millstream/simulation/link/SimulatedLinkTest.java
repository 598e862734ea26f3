package dev.millstream.simulation.link;

import dev.millstream.platform.link.LinkConformance;
import dev.millstream.platform.link.Network;
import dev.millstream.simulation.scheduler.SchedulerSettings;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.simulation.world.WorldSettings;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;

/** What every network promises; on one whose attempts to open a link all arrive. */
class SimulatedLinkTest extends LinkConformance {
    private static final long SEED = 1;
    private static final LinkSettings LINKS =
            new LinkSettings(200_000L, 1_000_000L, 0.02, 50_000_000L, 0.0, 0, 20_000_000_000L);

    private final SimulatedWorld world =
            new SimulatedWorld(
                    SEED,
                    new WorldSettings(
                            SchedulerSettings.draw(new SeededRandom(SEED)), LINKS, 20_000L));
    private final SimulatedPlatform server = world.startProcess("server", "127.0.0.1");
    private final SimulatedPlatform client = world.startProcess("client", "127.0.0.1");

    @AfterEach
    void end() {
        world.scheduler().abort();
    }

    @Override
    protected Network server() {
        return server.network();
    }

    @Override
    protected Network client() {
        return client.network();
    }

    @Override
    protected <T> T await(CompletableFuture<T> future) {
        world.scheduler().runUntil("a future", future::isDone);
        return future.join();
    }
}
