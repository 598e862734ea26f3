package dev.millstream.rpc.gateway;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A method of a gateway.
 *
 * @param method of the interface
 * @param id on the wire
 * @param answers whether it returns a future
 * @param unbounded whether the answer may take arbitrarily long
 * @param parameters generic types
 * @param result what the future holds; {@code Void} for a method without an answer
 */
public record GatewayMethod(
        Method method,
        int id,
        boolean answers,
        boolean unbounded,
        List<Type> parameters,
        Type result) {
    public Class<?> gateway() {
        return method.getDeclaringClass();
    }

    public String name() {
        return method.getName();
    }

    /** For people: {@code JobMasterGateway.cancel}. */
    @Override
    public String toString() {
        return gateway().getSimpleName() + "." + name();
    }
}
