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
 *
 * <p>What a look-up returns is a connection: to one start of an endpoint (through its restarts by
 * its supervisor) and, to another process, over one link. When either has ended, all calls fail,
 * and {@link dev.millstream.rpc.endpoint.RpcService#watch} tells of it; another start under the
 * same address is reached by looking it up.
 */
public interface RpcGateway {}
