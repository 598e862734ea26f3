package dev.millstream.simulation.link;

import dev.millstream.simulation.scheduler.SeededRandom;
import java.util.List;

/**
 * How bad the network is.
 *
 * @param maxLatencyNs each direction of a link has a delay of its own, up to this
 * @param maxJitterNs what is added for each frame, at most
 * @param spikeChance how likely a frame is much later
 * @param maxSpikeNs how much later, at most
 * @param lostConnectChance how likely an attempt to open a link gets no answer
 * @param maxLostConnects how many such attempts there are in a run, at most
 * @param connectTimeoutNs after which an attempt without an answer fails
 */
public record LinkSettings(
        long maxLatencyNs,
        long maxJitterNs,
        double spikeChance,
        long maxSpikeNs,
        double lostConnectChance,
        int maxLostConnects,
        long connectTimeoutNs) {
    private static final long CONNECT_TIMEOUT_NS = 20_000_000_000L;

    /** Draws settings for a run. */
    public static LinkSettings draw(SeededRandom random) {
        return new LinkSettings(
                random.pick(List.of(10_000L, 200_000L, 5_000_000L)),
                random.pick(List.of(0L, 50_000L, 1_000_000L)),
                random.pick(List.of(0.0, 0.005, 0.02)),
                random.pick(List.of(1_000_000L, 50_000_000L)),
                random.pick(List.of(0.0, 0.1)),
                2,
                CONNECT_TIMEOUT_NS);
    }
}
