package dev.millstream.types.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StableHashTest {
    /** Public, as a field of it is. */
    public enum Color {
        RED
    }

    private record Key(
            long a, int b, short c, byte d, char e, boolean f, double g, float h, String i) {}

    private record Nested(@Nullable Key key, Color color, List<String> list, Optional<Long> more) {}

    @SuppressWarnings("ArrayRecordComponent") // what is tested is that it is refused
    private record WithArray(String name, int[] array) {}

    private record Deep(WithArray inner) {}

    /** Equal whatever the case. */
    private record AnyCase(String text) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AnyCase that && text.equalsIgnoreCase(that.text);
        }

        @Override
        public int hashCode() {
            return text.toLowerCase(Locale.ROOT).hashCode();
        }
    }

    private static final class Identity {}

    private static final class OwnHash {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OwnHash;
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    /** As tuples are. */
    @HashedByFields
    public static class Two {
        public Object f0 = "";
        public Color f1 = Color.RED;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Two that
                    && Objects.equals(f0, that.f0)
                    && Objects.equals(f1, that.f1);
        }

        @Override
        public int hashCode() {
            return Objects.hash(f0, f1);
        }
    }

    private static final Key KEY = new Key(1, 2, (short) 3, (byte) 4, 'e', true, 6.5, 7.5f, "i");

    /** State is where these numbers say: they must never change. */
    @Test
    void shouldNeverChange() {
        assertThat(
                        List.of(
                                StableHash.hash("word"),
                                StableHash.hash(""),
                                StableHash.hash(42),
                                StableHash.hash(42L),
                                StableHash.hash(-1L),
                                StableHash.hash('c'),
                                StableHash.hash(true),
                                StableHash.hash(1.5),
                                StableHash.hash(Color.RED),
                                StableHash.hash(new UUID(1, 2)),
                                StableHash.hash(new BigDecimal("1.50")),
                                StableHash.hash(Instant.ofEpochSecond(5, 6)),
                                StableHash.hash(LocalDate.of(2026, 1, 2)),
                                StableHash.hash(List.of(1, "a")),
                                StableHash.hash(Optional.of("a")),
                                StableHash.hash(Map.of("a", 1)),
                                StableHash.hash(Set.of("a", "b")),
                                StableHash.hash(KEY),
                                StableHash.hash(
                                        new Nested(KEY, Color.RED, List.of("x"), Optional.of(1L))),
                                StableHash.hash(new Two())))
                .containsExactly(
                        632955102,
                        0,
                        142593372,
                        -961679185,
                        -430675100,
                        -1672646182,
                        1364076727,
                        -803847717,
                        2115908775,
                        -1814122848,
                        -532359290,
                        -750695589,
                        2066286502,
                        2113360873,
                        -533258470,
                        430355840,
                        -296993334,
                        -1383112147,
                        -984544819,
                        523260400);
    }

    @Test
    void shouldBeEqualForEqualKeys() {
        assertThat(StableHash.hash(new ArrayList<>(List.of("a", "b"))))
                .isEqualTo(StableHash.hash(Arrays.asList("a", "b")));
        assertThat(StableHash.hash(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(StableHash.hash(Set.of("a", "b")));
        assertThat(StableHash.hash(new AnyCase("WORD")))
                .isEqualTo(StableHash.hash(new AnyCase("word")));
        assertThat(StableHash.hash(Double.NaN))
                .isEqualTo(StableHash.hash(Double.longBitsToDouble(0x7ff8000000000001L)));
        assertThat(StableHash.hash(new BigInteger("123456789012345678901")))
                .isEqualTo(StableHash.hash(new BigInteger("123456789012345678901")));
    }

    @Test
    void shouldSpreadKeys() {
        int groups = 128;
        int[] counts = new int[groups];
        for (int i = 0; i < 12_800; i++) {
            counts[KeyGroups.assign((long) i << 20, groups)]++;
            counts[KeyGroups.assign("user-" + i, groups)]++;
        }
        assertThat(Arrays.stream(counts).min().orElse(0)).isGreaterThan(130);
        assertThat(Arrays.stream(counts).max().orElse(0)).isLessThan(270);
    }

    @Test
    void shouldSayWhatIsMadeOfContent() {
        for (Class<?> type :
                List.of(String.class, Key.class, Color.class, ZoneId.class, Two.class)) {
            assertThat(StableHash.isStructural(type)).as(type.getName()).isTrue();
        }
        assertThat(StableHash.isStructural(AnyCase.class)).isFalse();
        assertThat(StableHash.isStructural(OwnHash.class)).isFalse();
    }

    @Test
    void shouldSayWhyAClassCannotBeAKey() {
        assertThat(StableHash.unsupportedReason(int[].class).orElse("")).contains("use a List");
        assertThat(StableHash.unsupportedReason(Identity.class).orElse(""))
                .contains("no hashCode of its own");
        assertThat(StableHash.unsupportedReason(Deep.class).orElse(""))
                .contains("its field inner is of")
                .contains("its field array is of int[]");
        for (Class<?> type :
                List.of(Key.class, Nested.class, OwnHash.class, Object.class, Number.class)) {
            assertThat(StableHash.unsupportedReason(type)).as(type.getName()).isEmpty();
        }
    }

    @Test
    void shouldRefuseAKeyWithoutStableHash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StableHash.hash(new Identity()))
                .withMessageContaining(Identity.class.getName());
        assertThatIllegalArgumentException().isThrownBy(() -> StableHash.hash(new int[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StableHash.hash(List.of(new WithArray("a", new int[1]))))
                .withMessageContaining("WithArray can't be a key");
    }
}
