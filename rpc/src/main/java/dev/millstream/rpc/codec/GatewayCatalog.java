package dev.millstream.rpc.codec;

import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.gateway.GatewayMethod;
import dev.millstream.rpc.gateway.GatewayTable;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What can be called between processes: gateways, and failures that keep their type, by explicit
 * ids, which are never reused. Immutable and thread-safe; made once and shared.
 */
public final class GatewayCatalog {
    private final Map<Integer, GatewayCodec> gateways;
    private final Map<Class<?>, GatewayCodec> gatewaysByType = new LinkedHashMap<>();
    private final FailureCodec failures;

    private GatewayCatalog(Map<Integer, GatewayCodec> gateways, List<FailureCodec.Kind<?>> kinds) {
        this.gateways = new TreeMap<>(gateways);
        gateways.values().forEach(codec -> gatewaysByType.put(codec.type(), codec));
        this.failures = new FailureCodec(kinds);
    }

    /**
     * Begins a catalogue.
     *
     * @param serializers of arguments and results
     */
    public static Builder builder(Serializers serializers) {
        return new Builder(serializers);
    }

    /** Empty when there is none with this id. */
    public Optional<GatewayCodec> gateway(int id) {
        return Optional.ofNullable(gateways.get(id));
    }

    /**
     * How calls of a gateway are written.
     *
     * @throws IllegalArgumentException if it isn't in the catalogue
     */
    public GatewayCodec gateway(Class<?> type) {
        GatewayCodec codec = gatewaysByType.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(
                    type.getName() + " can't be called in another process: it has no id");
        }
        return codec;
    }

    /** All gateways, by id. */
    public List<GatewayCodec> gateways() {
        return List.copyOf(gateways.values());
    }

    FailureCodec failures() {
        return failures;
    }

    /** Collects a catalogue. */
    public static final class Builder {
        private final Serializers serializers;
        private final Map<Integer, GatewayCodec> gateways = new TreeMap<>();
        private final List<FailureCodec.Kind<?>> kinds = new ArrayList<>();

        private Builder(Serializers serializers) {
            this.serializers = serializers;
        }

        /**
         * Adds a gateway.
         *
         * @throws IllegalArgumentException if its id is taken, or it isn't well-formed
         */
        public Builder gateway(int id, Class<?> type) {
            Map<Integer, MethodCodec> methods = new TreeMap<>();
            for (GatewayMethod method : GatewayTable.of(type).methods()) {
                methods.put(method.id(), MethodCodec.of(method, serializers));
            }
            GatewayCodec other = gateways.put(id, new GatewayCodec(id, type, methods));
            if (other != null) {
                throw new IllegalArgumentException(
                        other.type() + " and " + type + " have the same id " + id);
            }
            return this;
        }

        /**
         * Adds a failure that consists of nothing but its message.
         *
         * @param id at least 100
         */
        public <E extends RpcException> Builder failure(
                int id, Class<E> type, Function<String, E> fromMessage) {
            if (id < FailureCodec.FIRST_FREE_ID) {
                throw new IllegalArgumentException(
                        "Ids below " + FailureCodec.FIRST_FREE_ID + " are taken: " + id);
            }
            kinds.add(FailureCodec.ofMessage(id, type, fromMessage));
            return this;
        }

        public GatewayCatalog build() {
            return new GatewayCatalog(gateways, kinds);
        }
    }
}
