package dev.millstream.rpc.codec;

import dev.millstream.rpc.gateway.GatewayMethod;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How arguments and result of one method are written. Immutable. */
public final class MethodCodec {
    private final GatewayMethod method;
    private final List<Serializer<Object>> parameters;

    /** Empty when the result is always null. */
    private final Optional<Serializer<Object>> result;

    private MethodCodec(
            GatewayMethod method,
            List<Serializer<Object>> parameters,
            Optional<Serializer<Object>> result) {
        this.method = method;
        this.parameters = parameters;
        this.result = result;
    }

    static MethodCodec of(GatewayMethod method, Serializers serializers) {
        List<Serializer<Object>> parameters = new ArrayList<>();
        for (Type parameter : method.parameters()) {
            parameters.add(serializers.of(parameter));
        }
        return new MethodCodec(
                method,
                List.copyOf(parameters),
                method.result() == Void.class
                        ? Optional.empty()
                        : Optional.of(serializers.of(method.result())));
    }

    public GatewayMethod method() {
        return method;
    }

    /** Appends the arguments of a call. */
    public void writeArguments(List<Object> arguments, Output out) {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).write(arguments.get(i), out);
        }
    }

    /**
     * Reads what {@link #writeArguments} has written, to the end.
     *
     * @throws CorruptDataException if it is anything else
     */
    public List<Object> readArguments(Input in) {
        List<Object> arguments = new ArrayList<>(parameters.size());
        for (Serializer<Object> parameter : parameters) {
            arguments.add(parameter.read(in));
        }
        requireEnd(in);
        return arguments;
    }

    /** Appends an answer. */
    public void writeResult(@Nullable Object value, Output out) {
        if (result.isEmpty()) {
            return;
        }
        if (value == null) {
            throw new IllegalArgumentException(method + " was answered with null");
        }
        result.get().write(value, out);
    }

    /**
     * Reads what {@link #writeResult} has written, to the end.
     *
     * @throws CorruptDataException if it is anything else
     */
    public @Nullable Object readResult(Input in) {
        Object value = result.isEmpty() ? null : result.get().read(in);
        requireEnd(in);
        return value;
    }

    private static void requireEnd(Input in) {
        if (in.hasRemaining()) {
            throw in.corrupt(in.remaining() + " bytes too many");
        }
    }
}
