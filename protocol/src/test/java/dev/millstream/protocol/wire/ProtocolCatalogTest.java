package dev.millstream.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.GatewayCatalog;
import dev.millstream.rpc.codec.GatewayCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.types.WireId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolCatalogTest {
    private static final GatewayCatalog CATALOG = ProtocolCatalog.get();
    private static final FrameCodec FRAMES = new FrameCodec(CATALOG, 10_000_000);

    static Stream<MethodCodec> methods() {
        return CATALOG.gateways().stream().flatMap(it -> it.methods().values().stream());
    }

    @Test
    void shouldListTheGatewaysOfAllRoles() {
        assertThat(CATALOG.gateways())
                .extracting(codec -> codec.id() + " " + codec.type().getSimpleName())
                .containsExactly(
                        "1 DispatcherGateway",
                        "2 ResourceManagerGateway",
                        "3 JobMasterGateway",
                        "4 TaskExecutorGateway");
        assertThat(CATALOG.gateways())
                .extracting(GatewayCodec::methods)
                .noneMatch(it -> it.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldReadBackTheArgumentsOfEveryCall(MethodCodec method) {
        List<List<Object>> columns =
                method.method().parameters().stream().map(Samples::of).toList();
        int rows = columns.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < rows; i++) {
            int row = i;
            List<Object> arguments =
                    columns.stream().map(column -> column.get(row % column.size())).toList();
            assertThat(FRAMES.readArguments(method, FRAMES.arguments(method, arguments)))
                    .isEqualTo(arguments);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldReadBackEveryAnswer(MethodCodec method) {
        if (method.method().result() == Void.class) {
            assertThat(FRAMES.readResult(method, FRAMES.result(method, null))).isNull();
            return;
        }
        for (Object result : Samples.of(method.method().result())) {
            assertThat(FRAMES.readResult(method, FRAMES.result(method, result))).isEqualTo(result);
        }
    }

    @Test
    void shouldGiveEveryAlternativeOfAMessageAnIdOfItsOwn() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        methods()
                .forEach(method -> {
                    method.method().parameters().forEach(type -> collect(type, seen));
                    collect(method.method().result(), seen);
                });
        List<Class<?>> choices = seen.stream().filter(Class::isSealed).toList();
        assertThat(choices).hasSizeGreaterThan(4);
        for (Class<?> sealed : choices) {
            List<Integer> ids = new ArrayList<>();
            for (Class<?> alternative : sealed.getPermittedSubclasses()) {
                assertThat(alternative).hasAnnotation(WireId.class);
                ids.add(alternative.getAnnotation(WireId.class).value());
            }
            assertThat(ids).as(sealed.getSimpleName()).doesNotHaveDuplicates();
        }
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, seen);
            }
        } else if (type instanceof Class<?> raw && seen.add(raw)) {
            if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    collect(component.getGenericType(), seen);
                }
            } else if (raw.isSealed()) {
                for (Class<?> alternative : raw.getPermittedSubclasses()) {
                    collect(alternative, seen);
                }
            }
        }
    }
}
