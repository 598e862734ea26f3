package dev.millstream.rpc.error;

/** There is no such endpoint, or it has ended. */
public final class EndpointNotFoundException extends RpcException {
    private static final long serialVersionUID = 1L;

    public EndpointNotFoundException(String message) {
        super(message);
    }
}
