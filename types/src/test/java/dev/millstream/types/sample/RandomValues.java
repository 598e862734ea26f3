package dev.millstream.types.sample;

import dev.millstream.types.sample.Samples.Animal;
import dev.millstream.types.sample.Samples.Arrays2;
import dev.millstream.types.sample.Samples.Blob;
import dev.millstream.types.sample.Samples.Boxes;
import dev.millstream.types.sample.Samples.Circle;
import dev.millstream.types.sample.Samples.Collections;
import dev.millstream.types.sample.Samples.Color;
import dev.millstream.types.sample.Samples.Dog;
import dev.millstream.types.sample.Samples.Empty;
import dev.millstream.types.sample.Samples.Form;
import dev.millstream.types.sample.Samples.Generic;
import dev.millstream.types.sample.Samples.Group;
import dev.millstream.types.sample.Samples.Holder;
import dev.millstream.types.sample.Samples.Marker;
import dev.millstream.types.sample.Samples.Numbers;
import dev.millstream.types.sample.Samples.Outer;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.Percent;
import dev.millstream.types.sample.Samples.Primitives;
import dev.millstream.types.sample.Samples.Square;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.sample.Samples.Times;
import dev.millstream.types.sample.Samples.Tree;
import dev.millstream.types.sample.Samples.Zoo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of the sample classes, from a seed. */
public final class RandomValues {
    private final SplittableRandom random;

    public RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A value of any of the classes. */
    public Object next() {
        List<Supplier<Object>> kinds =
                List.of(
                        Empty::new,
                        this::threeLongs,
                        this::primitives,
                        this::boxes,
                        this::times,
                        this::numbers,
                        this::collections,
                        this::generic,
                        () -> Outer.of(random.nextInt(), text()),
                        () -> form(3),
                        () -> tree(4),
                        () -> new Holder(leaf(), maybe(random.nextLong())),
                        () -> new Percent(random.nextInt(101)),
                        this::arrays,
                        this::animal,
                        this::zoo,
                        this::leaf);
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    /** Any string, also wide ones and broken surrogates. */
    public String text() {
        int length = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
        int range = random.nextBoolean() ? 128 : random.nextBoolean() ? 256 : 65_536;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(range));
        }
        return text.toString();
    }

    private Color color() {
        return List.of(Color.values()).get(random.nextInt(3));
    }

    private ThreeLongs threeLongs() {
        return new ThreeLongs(random.nextLong(), random.nextInt(), -random.nextInt(9));
    }

    private Primitives primitives() {
        return new Primitives(
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                (char) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                (float) random.nextDouble(),
                random.nextBoolean() ? random.nextDouble() : Double.NaN);
    }

    private Boxes boxes() {
        return new Boxes(
                maybe(random.nextBoolean()),
                maybe((byte) random.nextInt()),
                maybe((short) random.nextInt()),
                maybe((char) random.nextInt()),
                maybe(random.nextInt()),
                maybe(random.nextLong()),
                maybe((float) random.nextDouble()),
                maybe(random.nextDouble()),
                maybe(text()),
                maybe(color()));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private Times times() {
        Instant instant = instant();
        LocalDate date = LocalDate.ofEpochDay(random.nextInt(40_000));
        LocalTime time = LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-3600, 3600));
        ZoneId zone = ZoneId.of(random.nextBoolean() ? "Europe/Berlin" : "UTC");
        return new Times(
                instant,
                Duration.ofNanos(random.nextLong()),
                date,
                time,
                LocalDateTime.of(date, time),
                instant.atOffset(offset),
                time.atOffset(offset),
                instant.atZone(zone),
                Period.of(random.nextInt(), 1, -2),
                Year.of(random.nextInt(3000)),
                YearMonth.of(random.nextInt(3000), 1 + random.nextInt(12)),
                MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)),
                zone,
                offset);
    }

    private Numbers numbers() {
        BigInteger big = BigInteger.valueOf(random.nextLong()).pow(1 + random.nextInt(4));
        return new Numbers(
                big,
                new BigDecimal(big, random.nextInt(-5, 20)),
                new UUID(random.nextLong(), random.nextLong()),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()));
    }

    private Collections collections() {
        List<String> list = new ArrayList<>();
        Map<String, List<Long>> map = new HashMap<>();
        ArrayDeque<Color> deque = new ArrayDeque<>();
        TreeMap<Integer, String> sorted = new TreeMap<>();
        EnumSet<Color> set = EnumSet.noneOf(Color.class);
        EnumMap<Color, String> enums = new EnumMap<>(Color.class);
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(maybe(text()));
            map.put(maybe(text()), maybe(List.of(random.nextLong())));
            deque.add(color());
            sorted.put(random.nextInt(), text());
            set.add(color());
            enums.put(color(), maybe(text()));
        }
        return new Collections(
                random.nextBoolean() ? List.of(text()) : list,
                Set.of(random.nextInt(100), 1000),
                map,
                new EqualDeque<>(deque),
                sorted,
                Optional.ofNullable(maybe(text())),
                set,
                enums);
    }

    private Generic generic() {
        return new Generic(
                new Pair<>(text(), random.nextLong()),
                new Pair<>(leaf(), threeLongs()),
                List.of(new Pair<>(color(), new Empty())));
    }

    private Form form(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Circle(random.nextDouble());
            case 1 -> new Square(random.nextDouble());
            case 2 -> random.nextBoolean() ? Marker.HERE : Marker.THERE;
            case 3 -> new Blob(text());
            default -> new Group(List.of(form(depth - 1), form(0)), maybe(form(depth - 1)));
        };
    }

    private Tree tree(int depth) {
        return depth == 0
                ? new Tree(random.nextInt(), null, null)
                : new Tree(random.nextInt(), maybe(tree(depth - 1)), maybe(tree(depth - 1)));
    }

    private Object leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextInt();
            case 3 -> random.nextDouble();
            case 4 -> color();
            case 5 -> List.of(text(), random.nextInt());
            case 6 -> Map.of(text(), threeLongs());
            case 7 -> Optional.of(text());
            case 8 -> instant();
            case 9 -> new Pair<>(text(), color());
            case 10 -> Arrays.asList(text(), null);
            default -> random.nextBoolean();
        };
    }

    private Arrays2 arrays() {
        return new Arrays2(
                random.longs(random.nextInt(5)).toArray(),
                new String[] {text(), null, text()},
                new int[][] {{random.nextInt()}, {}},
                new Pair<?, ?>[] {new Pair<>(text(), 1)});
    }

    private Animal animal() {
        if (random.nextBoolean()) {
            Animal animal = new Animal();
            animal.name = maybe(text());
            animal.setLegs(random.nextInt());
            return animal;
        }
        Dog dog = new Dog();
        dog.name = text();
        dog.setLegs(4);
        dog.setGood(random.nextBoolean());
        dog.tricks = List.of(text());
        return dog;
    }

    private Zoo zoo() {
        return new Zoo(animal(), List.of(animal(), animal()));
    }
}
