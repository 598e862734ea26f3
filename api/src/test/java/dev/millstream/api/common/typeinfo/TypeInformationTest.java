package dev.millstream.api.common.typeinfo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.java.tuple.Tuple2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeInformationTest {
    static Stream<TypeInformation<?>> types() {
        return Stream.of(
                TypeInformation.unknown(),
                Types.STRING,
                Types.LIST(Types.INT),
                Types.MAP(Types.STRING, Types.LIST(Types.LONG)),
                Types.<Tuple2<String, Long>>TUPLE(Types.STRING, Types.LONG),
                Types.OBJECT_ARRAY(Types.STRING),
                Types.PRIMITIVE_ARRAY(Types.INT),
                TypeInformation.of(new TypeHint<Map.Entry<String, List<byte[]>>>() {}),
                TypeInformation.of(new TypeHint<List<String>[]>() {}));
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldSurviveSerialisation(TypeInformation<?> type) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(type);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(type).hasSameHashCodeAs(type);
        }
    }

    @Test
    void shouldEqualTheTypesOfTheJdk() {
        Type jdks =
                ((ParameterizedType)
                                new TypeHint<Map<String, Long>>() {}.getClass()
                                        .getGenericSuperclass())
                        .getActualTypeArguments()[0];
        Type ours = TypeInformation.ofType(jdks).type().orElseThrow();
        assertThat(ours).isEqualTo(jdks).hasSameHashCodeAs(jdks);
        assertThat(jdks).isEqualTo(ours);
        assertThat(ours.getTypeName()).isEqualTo(jdks.getTypeName());
    }

    @Test
    void shouldKnowTheClass() {
        assertThat(Types.LIST(Types.INT).getTypeClass()).isEqualTo(List.class);
        assertThat(Types.OBJECT_ARRAY(Types.STRING).getTypeClass()).isEqualTo(String[].class);
        assertThat(Types.PRIMITIVE_ARRAY(Types.INT).getTypeClass()).isEqualTo(int[].class);
        assertThat(TypeInformation.unknown().getTypeClass()).isEqualTo(Object.class);
        assertThat(TypeInformation.of(new TypeHint<List<String>[]>() {}).getTypeClass())
                .isEqualTo(List[].class);
        assertThat(Types.TUPLE(Types.INT).isTupleType()).isTrue();
        assertThat(Types.INT.isTupleType()).isFalse();
    }

    @Test
    void shouldTakeWildcardsForTheirBounds() {
        assertThat(TypeInformation.of(new TypeHint<List<? extends Number>>() {}))
                .isEqualTo(TypeInformation.of(new TypeHint<List<Number>>() {}));
        assertThat(TypeInformation.of(new TypeHint<List<? super Long>>() {}))
                .isEqualTo(TypeInformation.of(new TypeHint<List<Long>>() {}));
    }

    @Test
    void shouldNotKnowTypesWithVariables() {
        assertThat(hint(5).isKnown()).isFalse();
        assertThat(Types.LIST(TypeInformation.unknown()).isKnown()).isFalse();
        assertThat(Types.STRING.isKnown()).isTrue();
        assertThat(TypeInformation.unknown()).hasToString("unknown");
        assertThat(Types.STRING).hasToString("java.lang.String");
    }

    private static <T> TypeInformation<List<T>> hint(T example) {
        assertThat(example).isNotNull();
        return TypeInformation.of(new TypeHint<List<T>>() {});
    }
}
