package dev.millstream.rpc.error;

/** A look-up had no answer within the look-up timeout. */
public final class LookupTimeoutException extends RpcException {
    private static final long serialVersionUID = 1L;

    public LookupTimeoutException(String message) {
        super(message);
    }
}
