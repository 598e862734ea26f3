package dev.millstream.rpc.codec;

import dev.millstream.platform.link.Address;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What processes send each other over a link of the actor system. */
public sealed interface Frame {
    /**
     * The first frame of who opens a link.
     *
     * @param version of this protocol
     * @param clusterId both sides must have the same
     * @param address where the sender listens
     * @param processId new with each start of a process
     */
    record Hello(int version, String clusterId, Address address, long processId) implements Frame {}

    /** The answer to {@link Hello}: from now on both sides send what they like. */
    record Welcome(long processId) implements Frame {}

    /** The other answer; the link is closed behind it. */
    record Refusal(String reason) implements Frame {}

    /** Whether an endpoint can be called; answered by {@link Found} or {@link Failed}. */
    record LookUp(long id, String path, int gateway, Optional<Epoch> epoch) implements Frame {}

    /**
     * The endpoint can be called.
     *
     * @param startId tells it from others under the same path
     * @param epoch if it is fenced
     */
    record Found(long id, long startId, Optional<Epoch> epoch) implements Frame {}

    /**
     * A call.
     *
     * @param id for the answer; {@link #NO_ANSWER} when none is wanted
     * @param arguments as {@link MethodCodec} writes them
     */
    record Call(
            long id,
            String path,
            long startId,
            int gateway,
            int method,
            Optional<Epoch> epoch,
            ByteBuffer arguments)
            implements Frame {
        /** In place of an id. */
        public static final long NO_ANSWER = 0;

        /** The same call with an id. */
        public Call withId(long newId) {
            return new Call(newId, path, startId, gateway, method, epoch, arguments);
        }

        public boolean wantsAnswer() {
            return id != NO_ANSWER;
        }
    }

    /**
     * The answer to a {@link Call}.
     *
     * @param result as {@link MethodCodec} writes it
     */
    record Answer(long id, ByteBuffer result) implements Frame {}

    /** A call or look-up has failed. */
    record Failed(long id, RpcException failure) implements Frame {}

    /** The sender wants to know when an endpoint has ended. */
    record WatchEndpoint(long id, String path, long startId) implements Frame {}

    /** The sender no longer wants to know. */
    record Unwatch(long id) implements Frame {}

    /** A watched endpoint has ended, or never was. */
    record Terminated(long id) implements Frame {}

    /** The sender lives. */
    record Heartbeat() implements Frame {}
}
