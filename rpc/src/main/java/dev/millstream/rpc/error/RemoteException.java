package dev.millstream.rpc.error;

/**
 * The endpoint answered with a failure that has no type of its own on the wire. The message is that
 * of the failure.
 */
public final class RemoteException extends RpcException {
    private static final long serialVersionUID = 1L;

    private final String exceptionClass;
    private final String remoteStackTrace;

    public RemoteException(String message, String exceptionClass, String remoteStackTrace) {
        super(message);
        this.exceptionClass = exceptionClass;
        this.remoteStackTrace = remoteStackTrace;
    }

    /** For an endpoint of this process: the failure itself is the cause. */
    public RemoteException(Throwable failure, String remoteStackTrace) {
        super(text(failure), failure);
        this.exceptionClass = failure.getClass().getName();
        this.remoteStackTrace = remoteStackTrace;
    }

    /** Class name of what the endpoint failed with. */
    public String exceptionClass() {
        return exceptionClass;
    }

    /** As text; bounded. */
    public String remoteStackTrace() {
        return remoteStackTrace;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }
}
