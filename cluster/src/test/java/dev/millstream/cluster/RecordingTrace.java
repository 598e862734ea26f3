package dev.millstream.cluster;

import dev.millstream.rpc.trace.RpcTrace;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes which kinds of messages were sent and how they were answered. */
final class RecordingTrace implements RpcTrace {
    private final Set<String> sent = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> answered = Collections.synchronizedSet(new TreeSet<>());

    private final Map<String, Object> arguments = new ConcurrentHashMap<>();

    /** Methods, and simple class names of arguments. */
    Set<String> sent() {
        synchronized (sent) {
            return new TreeSet<>(sent);
        }
    }

    /** Method, arrow, simple class name of the result. */
    Set<String> answered() {
        synchronized (answered) {
            return new TreeSet<>(answered);
        }
    }

    /** One that was sent. */
    <T> T argument(Class<T> type) {
        return type.cast(Objects.requireNonNull(arguments.get(type.getSimpleName())));
    }

    @Override
    public void called(RpcCall call) {
        sent.add(call.method());
        for (Object argument : call.arguments()) {
            if (argument != null) {
                sent.add(argument.getClass().getSimpleName());
                arguments.put(argument.getClass().getSimpleName(), argument);
            }
        }
    }

    @Override
    public void answered(RpcCall call, @Nullable Object result) {
        answered.add(
                call.method()
                        + " -> "
                        + (result == null ? "nothing" : result.getClass().getSimpleName()));
    }

    @Override
    public void failed(RpcCall call, Throwable failure) {
        answered.add(call.method() + " -> failure");
    }
}
