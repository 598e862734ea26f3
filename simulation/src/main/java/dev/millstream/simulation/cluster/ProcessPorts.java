package dev.millstream.simulation.cluster;

import dev.millstream.platform.Platform;
import dev.millstream.rpc.endpoint.RpcService;

/** Stands between a process and its world: a test breaks something here, to see it found. */
public interface ProcessPorts {
    /** Passes everything on. */
    ProcessPorts SOUND = new ProcessPorts() {};

    /**
     * What a process gets as its platform.
     *
     * @param process its name
     */
    default Platform platform(String process, Platform sound) {
        return sound;
    }

    /**
     * What a process's components get as their actor system.
     *
     * @param process its name
     */
    default RpcService rpc(String process, RpcService sound) {
        return sound;
    }
}
