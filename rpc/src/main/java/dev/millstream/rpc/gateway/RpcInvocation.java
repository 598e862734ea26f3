package dev.millstream.rpc.gateway;

import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.Optional;

/**
 * A call on its way to an endpoint.
 *
 * @param method which
 * @param arguments none is null
 * @param epoch that the caller believes the endpoint has: the fencing token. Empty for an endpoint
 *     that isn't fenced, and for calls by who started it
 */
public record RpcInvocation(GatewayMethod method, List<Object> arguments, Optional<Epoch> epoch) {}
