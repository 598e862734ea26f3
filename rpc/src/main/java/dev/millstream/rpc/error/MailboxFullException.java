package dev.millstream.rpc.error;

/** Too many calls wait for the endpoint; this one was not carried out. */
public final class MailboxFullException extends RpcException {
    private static final long serialVersionUID = 1L;

    public MailboxFullException(String message) {
        super(message);
    }
}
