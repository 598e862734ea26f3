package dev.millstream.rpc.error;

/** What arrived is no message of this protocol. It was not carried out. */
public final class MalformedMessageException extends RpcException {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }
}
