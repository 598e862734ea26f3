package dev.millstream.simulation.invariant;

import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import dev.millstream.rpc.trace.RpcTrace;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * I12: every request ends in a reply, a typed error or a timeout. Long polls may take as long as
 * they like; at rest they have ended too.
 */
public final class RequestsEnd implements Invariant, RpcTrace {
    private final LongSupplier nowNs;
    private final long limitNs;
    private final Map<String, Boolean> unboundedByMethod = new TreeMap<>();
    private final IdentityHashMap<RpcCall, Request> open = new IdentityHashMap<>();
    private final Deque<Request> bounded = new ArrayDeque<>();
    private @Nullable String problem;

    private static final class Request {
        final RpcCall call;
        final long sinceNs;
        boolean ended;

        Request(RpcCall call, long sinceNs) {
            this.call = call;
            this.sinceNs = sinceNs;
        }

        @Override
        public String toString() {
            return "%s.%s from %s to %s at %.3f ms"
                    .formatted(
                            call.gateway(), call.method(), call.from(), call.to(), sinceNs / 1e6);
        }
    }

    /**
     * @param limitNs how long a bounded request may take
     * @param gateways all that are called
     */
    public RequestsEnd(
            LongSupplier nowNs, long limitNs, List<Class<? extends RpcGateway>> gateways) {
        this.nowNs = nowNs;
        this.limitNs = limitNs;
        for (Class<?> gateway : gateways) {
            for (Method method : gateway.getMethods()) {
                RpcMethod declared = method.getAnnotation(RpcMethod.class);
                if (declared != null && method.getReturnType() == CompletableFuture.class) {
                    unboundedByMethod.put(
                            gateway.getSimpleName() + "." + method.getName(), declared.unbounded());
                }
            }
        }
    }

    /** How many have not ended. */
    public int open() {
        return open.size();
    }

    @Override
    public void called(RpcCall call) {
        Boolean unbounded = unboundedByMethod.get(call.gateway() + "." + call.method());
        if (unbounded != null) {
            Request request = new Request(call, nowNs.getAsLong());
            open.put(call, request);
            if (!unbounded) {
                bounded.add(request);
            }
        }
    }

    @Override
    public void answered(RpcCall call, @Nullable Object result) {
        ended(call, "answered");
    }

    @Override
    public void failed(RpcCall call, Throwable failure) {
        ended(call, "failed");
        if (!(failure instanceof RpcException)) {
            problem = call.gateway() + "." + call.method() + " failed untyped: " + failure;
        }
    }

    private void ended(RpcCall call, String how) {
        Request request = open.remove(call);
        if (request == null) {
            problem = call.gateway() + "." + call.method() + " was " + how + " twice";
        } else {
            request.ended = true;
        }
    }

    @Override
    public Optional<String> violation(long now) {
        while (!bounded.isEmpty() && bounded.getFirst().ended) {
            bounded.removeFirst();
        }
        if (problem != null) {
            return Optional.of("I12: " + problem);
        }
        if (!bounded.isEmpty() && now - bounded.getFirst().sinceNs > limitNs) {
            return Optional.of("I12: no answer, error or timeout: " + bounded.getFirst());
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> violationAtRest() {
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "I12: requests that have not ended: "
                                + open.values().stream().map(Request::toString).sorted().toList());
    }
}
