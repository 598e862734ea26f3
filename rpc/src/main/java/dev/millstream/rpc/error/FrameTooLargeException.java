package dev.millstream.rpc.error;

/** A message is larger than {@code rpc.framesize} allows. It was not sent. */
public final class FrameTooLargeException extends RpcException {
    private static final long serialVersionUID = 1L;

    public FrameTooLargeException(String message) {
        super(message);
    }
}
