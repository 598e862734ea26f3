package dev.millstream.rpc.actor;

import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcInvocation;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call in a mailbox.
 *
 * @param reply completed with the answer, or with an {@link RpcException}; for a method without an
 *     answer, only with the latter
 */
record CallMessage(RpcInvocation call, CompletableFuture<Object> reply) implements Message {
    @Override
    public Optional<Throwable> deliver(Incarnation life) {
        RpcEndpoint endpoint = life.endpoint().orElseThrow();
        Optional<RpcException> refusal =
                refusal(call.method().gateway(), call.epoch(), life, endpoint);
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return Optional.empty();
        }
        try {
            Object result = call.method().method().invoke(endpoint, call.arguments().toArray());
            if (call.method().answers()) {
                answer(life, (CompletableFuture<?>) Objects.requireNonNull(result, this::noFuture));
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            refuse(Failures.forCaller(cause));
            return Optional.of(cause);
        } catch (NullPointerException e) {
            refuse(Failures.forCaller(e));
            return Optional.of(e);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            refuse(new MalformedMessageException(call.method() + " can't be called: " + e));
            return Optional.empty();
        }
    }

    /** Why an endpoint doesn't take calls of this kind; empty if it does. */
    static Optional<RpcException> refusal(
            Class<?> gateway, Optional<Epoch> epoch, Incarnation life, RpcEndpoint endpoint) {
        if (!gateway.isInstance(endpoint)) {
            return Optional.of(
                    new EndpointNotFoundException(
                            "The endpoint at "
                                    + life.address()
                                    + " is no "
                                    + gateway.getSimpleName()));
        }
        return epoch.filter(given -> !life.epoch().equals(Optional.of(given)))
                .map(given -> new FencingException(life.address(), life.epoch(), given));
    }

    @Override
    public void refuse(RpcException reason) {
        reply.completeExceptionally(reason);
    }

    private void answer(Incarnation life, CompletableFuture<?> future) {
        if (!future.isDone()) {
            long ticket = life.owe(reply);
            var _ = reply.whenComplete((_, _) -> life.execute(() -> life.settle(ticket)));
        }
        var _ = future.whenComplete(this::complete);
    }

    private void complete(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            reply.complete(result);
        } else {
            refuse(Failures.forCaller(failure));
        }
    }

    private String noFuture() {
        return call.method() + " returned null instead of a future";
    }
}
