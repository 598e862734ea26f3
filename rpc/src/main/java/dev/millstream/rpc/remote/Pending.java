package dev.millstream.rpc.remote;

import dev.millstream.rpc.codec.Frame;
import dev.millstream.rpc.codec.Frame.Answer;
import dev.millstream.rpc.codec.Frame.Found;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What waits for an answer from another process. */
interface Pending {
    /** Completed when it waits no more. */
    CompletableFuture<?> reply();

    void answered(Frame frame);

    default void failed(RpcException failure) {
        reply().completeExceptionally(failure);
    }

    default void unexpected(Frame frame) {
        failed(
                new MalformedMessageException(
                        "An answer of the wrong kind: " + frame.getClass().getSimpleName()));
    }

    /**
     * A look-up.
     *
     * @param session of what was found
     */
    record PendingLookUp(
            CompletableFuture<RemoteSession> reply, Function<Found, RemoteSession> session)
            implements Pending {
        @Override
        public void answered(Frame frame) {
            if (frame instanceof Found found) {
                reply.complete(session.apply(found));
            } else {
                unexpected(frame);
            }
        }
    }

    /** A call. */
    record PendingCall(CompletableFuture<Object> reply, MethodCodec method, FrameCodec frames)
            implements Pending {
        @Override
        public void answered(Frame frame) {
            if (frame instanceof Answer answer) {
                read(answer);
            } else {
                unexpected(frame);
            }
        }

        private void read(Answer answer) {
            try {
                reply.complete(frames.readResult(method, answer.result()));
            } catch (MalformedMessageException e) {
                failed(e);
            }
        }
    }
}
