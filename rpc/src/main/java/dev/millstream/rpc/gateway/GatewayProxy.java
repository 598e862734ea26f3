package dev.millstream.rpc.gateway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns calls of a gateway's methods into asks and tells. Thread-safe. */
public final class GatewayProxy implements InvocationHandler {
    private final GatewayTable table;
    private final CallTarget target;

    private GatewayProxy(GatewayTable table, CallTarget target) {
        this.table = table;
        this.target = target;
    }

    /**
     * A gateway whose calls go to the target.
     *
     * @throws IllegalArgumentException if the type is no gateway
     */
    public static <G extends RpcGateway> G create(Class<G> type, CallTarget target) {
        GatewayProxy handler = new GatewayProxy(GatewayTable.of(type), target);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /**
     * What a gateway calls.
     *
     * @throws IllegalArgumentException if it is none that was made here
     */
    public static CallTarget target(RpcGateway gateway) {
        if (Proxy.isProxyClass(gateway.getClass())
                && Proxy.getInvocationHandler(gateway) instanceof GatewayProxy proxy) {
            return proxy.target;
        }
        throw new IllegalArgumentException(gateway + " was not made by a look-up");
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(method, arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        GatewayMethod called =
                table.method(method)
                        .orElseThrow(() -> new IllegalStateException("Unknown " + method));
        List<Object> given = arguments == null ? List.of() : List.of(arguments);
        if (called.answers()) {
            return target.ask(called, given);
        }
        target.tell(called, given);
        return null;
    }

    private Object ofObject(Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && isThis(arguments[0]);
            case "hashCode" -> target.hashCode();
            default -> "gateway to " + target;
        };
    }

    private boolean isThis(@Nullable Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && equals(Proxy.getInvocationHandler(other));
    }
}
