package dev.millstream.rpc.gateway;

/**
 * A component's asynchronous interface. Each method bears {@link RpcMethod} with an id of its own,
 * and returns a {@link java.util.concurrent.CompletableFuture}, or {@code void} for a message
 * without an answer. Parameters and results are immutable: local calls pass them by reference,
 * remote ones through the codec.
 */
public interface RpcGateway {}
