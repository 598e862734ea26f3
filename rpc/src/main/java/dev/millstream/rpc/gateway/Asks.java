package dev.millstream.rpc.gateway;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.trace.RpcTrace;
import dev.millstream.rpc.trace.RpcTrace.RpcCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all calls of a process have in common: the ask timeout and the trace. Thread-safe. */
public final class Asks {
    private final Lane timers;
    private final long timeoutMs;
    private final RpcTrace trace;

    /**
     * Where calls begin.
     *
     * @param timers runs nothing that takes long
     * @param timeoutMs for the answer of each call, but to methods that are unbounded
     */
    public Asks(Lane timers, long timeoutMs, RpcTrace trace) {
        this.timers = timers;
        this.timeoutMs = timeoutMs;
        this.trace = trace;
    }

    /**
     * Makes a call.
     *
     * @param send sends it, and returns what will be completed with the answer
     */
    public CompletableFuture<Object> ask(
            RpcInvocation invocation,
            String from,
            String to,
            Supplier<CompletableFuture<Object>> send) {
        RpcCall call = describe(invocation, from, to);
        trace.called(call);
        CompletableFuture<Object> reply = send.get();
        if (!invocation.method().unbounded() && !reply.isDone()) {
            limit(reply, invocation.method(), to);
        }
        var _ = reply.whenComplete((result, failure) -> note(call, result, failure));
        return reply;
    }

    /**
     * Makes a call that has no answer.
     *
     * @param send sends it
     */
    public void tell(RpcInvocation invocation, String from, String to, Runnable send) {
        trace.called(describe(invocation, from, to));
        send.run();
    }

    private void note(RpcCall call, @Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            trace.answered(call, result);
        } else {
            trace.failed(call, failure);
        }
    }

    private void limit(CompletableFuture<Object> reply, GatewayMethod method, String to) {
        Cancellable timer =
                timers.schedule(
                        timeoutMs,
                        () ->
                                reply.completeExceptionally(
                                        new AskTimeoutException(
                                                "No answer to "
                                                        + method
                                                        + " from "
                                                        + to
                                                        + " within "
                                                        + timeoutMs
                                                        + " ms (rpc.ask.timeout)")));
        var _ = reply.whenComplete((_, _) -> timer.cancel());
    }

    private static RpcCall describe(RpcInvocation invocation, String from, String to) {
        GatewayMethod method = invocation.method();
        return new RpcCall(
                from,
                to,
                method.gateway().getSimpleName(),
                method.name(),
                List.copyOf(invocation.arguments()));
    }
}
