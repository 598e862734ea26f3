package dev.millstream.types.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolvedTypeTest {
    @SuppressWarnings("ArrayRecordComponent") // never made, only looked at
    private record Pair<A, B>(A first, List<? extends B> second, A[] array) {}

    private record Fields(
            Pair<String, Integer> known, Pair<?, ?> unknown, Map<String, long[]> map) {}

    private static class Base<T> {}

    private static final class Derived extends Base<List<String>> {}

    private sealed interface Either<L, R> {}

    private record Left<X, Y>(X value) implements Either<X, Y> {}

    private record Right<R>(R value) implements Either<String, R> {}

    private static ResolvedType component(ResolvedType type, int index) {
        return type.member(type.raw().getRecordComponents()[index].getGenericType());
    }

    private static ResolvedType field(int index) {
        return component(ResolvedType.erased(Fields.class), index);
    }

    @Test
    void shouldReplaceVariablesByArguments() {
        ResolvedType known = field(0);
        assertThat(component(known, 0)).isEqualTo(ResolvedType.of(String.class));
        assertThat(component(known, 1)).hasToString("java.util.List<java.lang.Integer>");
        assertThat(component(known, 2)).isEqualTo(ResolvedType.of(String[].class));
    }

    @Test
    void shouldTakeObjectForWhatIsNotKnown() {
        assertThat(field(1)).isEqualTo(ResolvedType.erased(Pair.class));
        assertThat(component(field(1), 0)).isEqualTo(ResolvedType.of(Object.class));
    }

    @Test
    void shouldBeEqualForEqualTypes() {
        Type map = Fields.class.getRecordComponents()[2].getGenericType();
        assertThat(ResolvedType.of(map)).isEqualTo(field(2)).hasSameHashCodeAs(field(2));
        assertThat(field(2)).hasToString("java.util.Map<java.lang.String,[J<long>>");
        assertThat(field(0)).isNotEqualTo(field(1));
    }

    @Test
    void shouldPassArgumentsToSupertypesAndSubtypes() {
        assertThat(ResolvedType.of(Derived.class).superclass().arguments())
                .isEqualTo(List.of(new ResolvedType(List.class, List.of(of(String.class)))));
        ResolvedType either =
                new ResolvedType(Either.class, List.of(of(Integer.class), of(Long.class)));
        assertThat(either.subtype(Left.class).arguments())
                .isEqualTo(List.of(of(Integer.class), of(Long.class)));
        assertThat(either.subtype(Right.class).arguments()).isEqualTo(List.of(of(Long.class)));
    }

    private static ResolvedType of(Type type) {
        return ResolvedType.of(type);
    }
}
