package dev.millstream.simulation.cluster;

import dev.millstream.platform.Platform;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.simulation.world.SimulatedPlatform;

/**
 * A process of a cluster with what all roles need.
 *
 * @param simulated its platform as the simulation sees it
 * @param platform its platform as its components see it
 * @param rpc its actor system as its components see it
 */
record SimulatedProcess(SimulatedPlatform simulated, Platform platform, RpcService rpc) {
    String name() {
        return simulated.name();
    }
}
