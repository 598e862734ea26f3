package dev.millstream.rpc.gateway;

/**
 * A component's asynchronous interface. Each method bears {@link RpcMethod} with an id of its own,
 * and returns a {@link java.util.concurrent.CompletableFuture}, or {@code void} for a message
 * without an answer. Parameters and results are immutable: local calls pass them by reference,
 * remote ones through the codec.
 *
 * <p>A call never blocks. What goes wrong fails its future with a {@link
 * dev.millstream.rpc.error.RpcException}; a message without an answer is lost in that case, but for
 * one thing: one that is too large for a frame is thrown back at its sender.
 */
public interface RpcGateway {}
