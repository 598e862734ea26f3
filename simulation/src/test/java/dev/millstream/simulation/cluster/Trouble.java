package dev.millstream.simulation.cluster;

import dev.millstream.simulation.scheduler.SeededRandom;
import java.util.OptionalLong;

/**
 * What goes wrong in a run, or is called off.
 *
 * @param failures how many attempts of the wordcount fail in user code
 * @param cancelAfterMs when the second job is cancelled, after its submission
 * @param brokenLinks how many links between exchanges break
 * @param brokenRpcLinks how many links between actor systems break
 * @param halfOpenRpcLinks how many links between actor systems break without one side's knowing
 */
record Trouble(
        int failures,
        OptionalLong cancelAfterMs,
        int brokenLinks,
        int brokenRpcLinks,
        int halfOpenRpcLinks) {
    /** A job may notice the loss of a TaskManager in several ways, one after the other. */
    private static final int RESTARTS_FOR_EACH_RPC_LINK = 10;

    static final Trouble NONE = new Trouble(0, OptionalLong.empty(), 0, 0, 0);

    /** Most restarts that it can cause. */
    int restarts() {
        return failures
                + brokenLinks
                + RESTARTS_FOR_EACH_RPC_LINK * (brokenRpcLinks + halfOpenRpcLinks);
    }

    static Trouble draw(SeededRandom random) {
        return new Trouble(
                random.between(0, 2),
                random.chance(0.4)
                        ? OptionalLong.of(random.between(0L, 400L))
                        : OptionalLong.empty(),
                random.between(0, 2),
                random.between(0, 2),
                random.chance(0.3) ? 1 : 0);
    }
}
