package dev.millstream.client;

import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.rpc.error.RpcException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers calls as the test says, by the method's name; refuses all others. Thread-safe. */
final class ScriptedDispatcher {
    private final Map<String, Function<List<Object>, CompletableFuture<?>>> script =
            new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private record Call(String method, List<Object> arguments) {}

    /** From now on the method is answered so. */
    void on(String method, Function<List<Object>, CompletableFuture<?>> answer) {
        script.put(method, answer);
    }

    /** From now on the method is answered so. */
    void answer(String method, Object value) {
        on(method, _ -> CompletableFuture.completedFuture(value));
    }

    /** The arguments of all calls of a method. */
    List<List<Object>> calls(String method) {
        return calls.stream()
                .filter(it -> it.method().equals(method))
                .map(Call::arguments)
                .toList();
    }

    DispatcherGateway gateway() {
        return (DispatcherGateway)
                Proxy.newProxyInstance(
                        DispatcherGateway.class.getClassLoader(),
                        new Class<?>[] {DispatcherGateway.class},
                        (_, method, arguments) -> {
                            List<Object> given = arguments == null ? List.of() : List.of(arguments);
                            calls.add(new Call(method.getName(), given));
                            return script.getOrDefault(
                                            method.getName(),
                                            _ ->
                                                    CompletableFuture.failedFuture(
                                                            new RpcException(
                                                                    "There is no answer to "
                                                                            + method.getName())))
                                    .apply(given);
                        });
    }
}
