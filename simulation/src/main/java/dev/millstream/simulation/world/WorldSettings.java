package dev.millstream.simulation.world;

import dev.millstream.simulation.link.LinkSettings;
import dev.millstream.simulation.scheduler.SchedulerSettings;
import dev.millstream.simulation.scheduler.SeededRandom;
import java.util.List;

/**
 * How a world behaves.
 *
 * @param scheduler who goes next
 * @param links how bad the network is
 * @param maxFileDelayNs what a call on a file takes at most
 */
public record WorldSettings(SchedulerSettings scheduler, LinkSettings links, long maxFileDelayNs) {
    /** Draws settings for a run. */
    public static WorldSettings draw(SeededRandom random) {
        return new WorldSettings(
                SchedulerSettings.draw(random),
                LinkSettings.draw(random),
                random.pick(List.of(0L, 20_000L, 2_000_000L)));
    }
}
