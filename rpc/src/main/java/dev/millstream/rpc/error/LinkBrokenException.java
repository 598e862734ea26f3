package dev.millstream.rpc.error;

/**
 * The link to the endpoint's process is gone, or could not be opened. Whether the call was carried
 * out is not known.
 */
public final class LinkBrokenException extends RpcException {
    private static final long serialVersionUID = 1L;

    public LinkBrokenException(String message) {
        super(message);
    }
}
