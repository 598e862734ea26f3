package dev.millstream.rpc.gateway;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The methods of one gateway interface, checked. Immutable; one for each interface. */
public final class GatewayTable {
    private static final ClassValue<GatewayTable> TABLES =
            new ClassValue<>() {
                @Override
                protected GatewayTable computeValue(Class<?> type) {
                    return new GatewayTable(type);
                }
            };

    private final TreeMap<Integer, GatewayMethod> byId = new TreeMap<>();
    private final Map<Method, GatewayMethod> byMethod = new LinkedHashMap<>();

    private GatewayTable(Class<?> type) {
        if (!type.isInterface() || !RpcGateway.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(type.getName() + " is no gateway interface");
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                add(type, read(method));
            }
        }
        byId.values().forEach(method -> byMethod.put(method.method(), method));
    }

    /**
     * The table of a gateway.
     *
     * @throws IllegalArgumentException if it isn't an interface that extends {@link RpcGateway}, or
     *     a method lacks {@link RpcMethod}, shares its id, or returns neither a future nor nothing
     */
    public static GatewayTable of(Class<?> gateway) {
        return TABLES.get(gateway);
    }

    /** By id. */
    public List<GatewayMethod> methods() {
        return List.copyOf(byId.values());
    }

    public Optional<GatewayMethod> method(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<GatewayMethod> method(Method method) {
        return Optional.ofNullable(byMethod.get(method));
    }

    private void add(Class<?> type, GatewayMethod method) {
        GatewayMethod other = byId.put(method.id(), method);
        if (other != null) {
            throw new IllegalArgumentException(
                    "The methods "
                            + other.name()
                            + " and "
                            + method.name()
                            + " of "
                            + type.getName()
                            + " have the same id "
                            + method.id());
        }
    }

    private static GatewayMethod read(Method method) {
        RpcMethod mark = method.getAnnotation(RpcMethod.class);
        if (mark == null) {
            throw new IllegalArgumentException(method + " lacks @RpcMethod with an id");
        }
        boolean answers = method.getReturnType() == CompletableFuture.class;
        if (!answers && method.getReturnType() != void.class) {
            throw new IllegalArgumentException(
                    method + " returns neither a CompletableFuture nor void");
        }
        // The interface may be visible to its own package only.
        method.trySetAccessible();
        return new GatewayMethod(
                method,
                mark.value(),
                answers,
                mark.unbounded(),
                List.of(method.getGenericParameterTypes()),
                answers ? result(method) : Void.class);
    }

    private static Type result(Method method) {
        if (method.getGenericReturnType() instanceof ParameterizedType future) {
            return future.getActualTypeArguments()[0];
        }
        throw new IllegalArgumentException(method + " doesn't say what its future holds");
    }
}
