package dev.millstream.rpc.codec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How calls of one gateway are written.
 *
 * @param id of the gateway on the wire
 * @param type the interface
 * @param methods sorted by id
 */
public record GatewayCodec(int id, Class<?> type, Map<Integer, MethodCodec> methods) {
    public GatewayCodec {
        methods = Collections.unmodifiableMap(new TreeMap<>(methods));
    }

    public Optional<MethodCodec> method(int methodId) {
        return Optional.ofNullable(methods.get(methodId));
    }
}
