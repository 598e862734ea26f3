package dev.millstream.rpc.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Told of every call and of every answer, at the caller's side. Called on whatever thread calls or
 * answers: implementations are thread-safe and quick.
 */
public interface RpcTrace {
    /** Ignores everything. */
    RpcTrace NONE =
            new RpcTrace() {
                @Override
                public void called(RpcCall call) {}

                @Override
                public void answered(RpcCall call, @Nullable Object result) {}

                @Override
                public void failed(RpcCall call, Throwable failure) {}
            };

    void called(RpcCall call);

    /** Only for methods that return a future. */
    void answered(RpcCall call, @Nullable Object result);

    /** Only for methods that return a future. */
    void failed(RpcCall call, Throwable failure);

    /**
     * One call.
     *
     * @param from address of the calling endpoint, or of its process when none is known
     * @param to address of the endpoint
     * @param gateway simple name of the gateway interface
     * @param method its name
     * @param arguments by reference
     */
    record RpcCall(String from, String to, String gateway, String method, List<Object> arguments) {}
}
