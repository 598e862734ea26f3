package dev.millstream.rpc.error;

/** There was no answer within the ask timeout. Whether the call was carried out is not known. */
public final class AskTimeoutException extends RpcException {
    private static final long serialVersionUID = 1L;

    public AskTimeoutException(String message) {
        super(message);
    }
}
