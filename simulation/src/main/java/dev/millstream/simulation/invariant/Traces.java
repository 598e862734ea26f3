package dev.millstream.simulation.invariant;

import dev.millstream.rpc.trace.RpcTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes calls on to several traces.
 *
 * @param traces told in this order
 */
public record Traces(List<RpcTrace> traces) implements RpcTrace {
    public Traces {
        traces = List.copyOf(traces);
    }

    @Override
    public void called(RpcCall call) {
        traces.forEach(trace -> trace.called(call));
    }

    @Override
    public void answered(RpcCall call, @Nullable Object result) {
        traces.forEach(trace -> trace.answered(call, result));
    }

    @Override
    public void failed(RpcCall call, Throwable failure) {
        traces.forEach(trace -> trace.failed(call, failure));
    }
}
