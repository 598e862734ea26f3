package dev.millstream.rpc.actor;

import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;

/**
 * The top of the hierarchy: parent of what a process starts itself. What escalates to it ends all.
 */
final class Guardian extends RpcEndpoint {
    Guardian(EndpointContext context) {
        super(context);
    }
}
