package dev.millstream.rpc.error;

/**
 * A call failed. Subclasses that a {@code GatewayCatalog} lists keep their type across processes;
 * all other failures arrive as {@link RemoteException}.
 */
public class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RpcException(String message) {
        super(message);
    }

    public RpcException(String message, Throwable cause) {
        super(message, cause);
    }
}
