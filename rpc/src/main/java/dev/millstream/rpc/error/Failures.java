package dev.millstream.rpc.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Gives a failure the form in which a caller gets it, be it near or far. */
public final class Failures {
    private static final int MAX_TRACE_CHARS = 8_192;

    private Failures() {}

    /**
     * The failure itself if it is an {@link RpcException}, else a {@link RemoteException} of it.
     */
    public static RpcException forCaller(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof RpcException typed
                ? typed
                : new RemoteException(cause, trace(cause));
    }

    /** Without the wrappings of futures. */
    public static Throwable unwrapped(Throwable failure) {
        Throwable result = failure;
        while ((result instanceof CompletionException || result instanceof ExecutionException)
                && result.getCause() != null) {
            result = result.getCause();
        }
        return result;
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.getBuffer().length() <= MAX_TRACE_CHARS
                ? text.toString()
                : text.getBuffer().substring(0, MAX_TRACE_CHARS) + "...";
    }
}
