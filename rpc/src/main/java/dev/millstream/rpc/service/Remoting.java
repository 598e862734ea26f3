package dev.millstream.rpc.service;

import dev.millstream.platform.lane.Lane;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.remote.Peers;
import java.util.Optional;

/**
 * What a process needs to call others.
 *
 * @param peers its links
 * @param frames its codec
 */
record Remoting(Peers peers, FrameCodec frames) {
    /** Makes it, for an actor system. */
    @FunctionalInterface
    interface Maker {
        /** Empty for a service whose endpoints only see each other. */
        Optional<Remoting> make(Lane lane, ActorSystem actors);
    }
}
