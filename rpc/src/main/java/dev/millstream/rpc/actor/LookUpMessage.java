package dev.millstream.rpc.actor;

import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks whether an endpoint can be called.
 *
 * @param gateway as what
 * @param wanted the epoch that it must have, if any
 * @param found completed with the epoch it has, if it is fenced
 */
record LookUpMessage(
        Class<?> gateway, Optional<Epoch> wanted, CompletableFuture<Optional<Epoch>> found)
        implements Message {
    @Override
    public Optional<Throwable> deliver(Incarnation life) {
        CallMessage.refusal(gateway, wanted, life, life.endpoint().orElseThrow())
                .ifPresentOrElse(this::refuse, () -> found.complete(life.epoch()));
        return Optional.empty();
    }

    @Override
    public void refuse(RpcException reason) {
        found.completeExceptionally(reason);
    }
}
