package dev.millstream.types.sample;

import dev.millstream.types.WireId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classes to serialise. */
public final class Samples {
    private Samples() {}

    public enum Color {
        RED,
        GREEN {
            @Override
            public boolean isCalm() {
                return true;
            }
        },
        BLUE;

        public boolean isCalm() {
            return false;
        }
    }

    public record Empty() {}

    public record ThreeLongs(long a, long b, long c) {}

    public record Primitives(
            boolean a, byte b, short c, char d, int e, long f, float g, double h) {}

    public record Boxes(
            @Nullable Boolean a,
            @Nullable Byte b,
            @Nullable Short c,
            @Nullable Character d,
            @Nullable Integer e,
            @Nullable Long f,
            @Nullable Float g,
            @Nullable Double h,
            @Nullable String i,
            @Nullable Color j) {}

    public record Times(
            Instant a,
            Duration b,
            LocalDate c,
            LocalTime d,
            LocalDateTime e,
            OffsetDateTime f,
            OffsetTime g,
            ZonedDateTime h,
            Period i,
            Year j,
            YearMonth k,
            MonthDay l,
            ZoneId m,
            ZoneOffset n) {}

    public record Numbers(BigInteger a, BigDecimal b, UUID c, OptionalInt d) {}

    public record Collections(
            List<String> a,
            Set<Integer> b,
            Map<String, List<Long>> c,
            Deque<Color> d,
            SortedMap<Integer, String> e,
            Optional<String> f,
            EnumSet<Color> g,
            EnumMap<Color, String> h) {}

    public record Pair<A, B>(A first, B second) {}

    public record Generic(
            Pair<String, Long> typed, Pair<?, ?> untyped, List<Pair<Color, Empty>> list) {}

    /** A private record cannot be seen from here, but a private component type can. */
    public record Outer(Hidden hidden) {
        private record Hidden(int a, String b) {}

        public static Outer of(int a, String b) {
            return new Outer(new Hidden(a, b));
        }
    }

    public sealed interface Form {}

    @WireId(1)
    public record Circle(double radius) implements Form {}

    @WireId(2)
    public record Square(double side) implements Form {}

    public sealed interface Open extends Form {}

    public record Group(List<Form> parts, @Nullable Form last) implements Open {}

    public enum Marker implements Open {
        HERE,
        THERE {
            @Override
            public String toString() {
                return "there";
            }
        }
    }

    public non-sealed interface Foreign extends Form {}

    public record Blob(String name) implements Foreign {}

    public record Tree(int value, @Nullable Tree left, @Nullable Tree right) {}

    public record Holder(Object content, @Nullable Number number) {}

    /** A record that refuses some values. */
    public record Percent(int value) {
        public Percent {
            if (value < 0 || value > 100) {
                throw new IllegalArgumentException(value + " is no percentage");
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // users have such records
    public record Arrays2(long[] longs, String[] words, int[][] matrix, Pair<?, ?>[] pairs) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Arrays2 that
                    && Arrays.equals(longs, that.longs)
                    && Arrays.equals(words, that.words)
                    && Arrays.deepEquals(matrix, that.matrix)
                    && Arrays.equals(pairs, that.pairs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(longs);
        }
    }

    /** By fields: public, private with accessors, inherited, transient. */
    public static class Animal {
        public @Nullable String name;
        private int legs;
        public transient int cached;

        public int getLegs() {
            return legs;
        }

        public void setLegs(int legs) {
            this.legs = legs;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Animal that
                    && Objects.equals(name, that.name)
                    && legs == that.legs;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, legs);
        }
    }

    public static class Dog extends Animal {
        private boolean good;
        public List<String> tricks = List.of();

        public boolean isGood() {
            return good;
        }

        public Dog setGood(boolean good) {
            this.good = good;
            return this;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other)
                    && other instanceof Dog that
                    && that.good == good
                    && that.tricks.equals(tricks);
        }

        @Override
        public int hashCode() {
            return Objects.hash(super.hashCode(), good, tricks);
        }
    }

    public record Zoo(Animal star, List<Animal> others) {}
}
