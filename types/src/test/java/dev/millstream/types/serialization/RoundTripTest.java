package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.sample.RandomValues;
import dev.millstream.types.sample.Samples.Animal;
import dev.millstream.types.sample.Samples.Circle;
import dev.millstream.types.sample.Samples.Color;
import dev.millstream.types.sample.Samples.Dog;
import dev.millstream.types.sample.Samples.Empty;
import dev.millstream.types.sample.Samples.Form;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.sample.Samples.Tree;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private final Serializers serializers = new Serializers(getClass().getClassLoader());

    private record Private(int a, @Nullable String b) {}

    private static byte[] write(Serializer<Object> serializer, Object value) {
        Output out = new Output(16);
        serializer.write(value, out);
        return out.toByteArray();
    }

    private static Object readBack(Serializer<Object> serializer, Object value) {
        byte[] bytes = write(serializer, value);
        assertThat(bytes).isNotEmpty();
        Input in = new Input(bytes);
        Object back = serializer.read(in);
        assertThat(in.remaining()).isZero();
        return back;
    }

    private Object roundTrip(Type type, Object value) {
        return readBack(serializers.of(type), value);
    }

    @Test
    void shouldReadBackRandomValuesOfEveryKindByTheirClass() {
        for (int seed = 0; seed < 3_000; seed++) {
            Object value = new RandomValues(seed).next();
            Object back = readBack(serializers.dynamic(), value);
            assertThat(value).as("seed %d", seed).isEqualTo(back);
            if (value instanceof Enum<?> || value.getClass().isRecord()) {
                assertThat(back).hasSameClassAs(value);
            }
        }
    }

    @Test
    void shouldCopyRandomValues() {
        for (int seed = 0; seed < 1_000; seed++) {
            Object value = new RandomValues(seed).next();
            assertThat(value).as("seed %d", seed).isEqualTo(serializers.dynamic().copy(value));
        }
    }

    @Test
    void shouldReadBackRandomValuesByTheirDeclaredType() {
        for (int seed = 0; seed < 1_000; seed++) {
            Object value = new RandomValues(seed).next();
            if (value.getClass().isRecord()) {
                Object back = roundTrip(value.getClass(), value);
                assertThat(value).as("seed %d", seed).isEqualTo(back);
            }
        }
    }

    @Test
    void shouldReachPrivateRecords() {
        Private value = new Private(7, null);
        assertThat(roundTrip(Private.class, value)).isEqualTo(value);
    }

    private record Growing<T>(T value, @Nullable Growing<Pair<T, T>> next) {}

    private record Bounded<N extends Number, C extends Comparable<C>>(N number, C other) {}

    private sealed interface Result<T> {}

    private record Success<T>(T value) implements Result<T> {}

    private record Failure<T>(String message) implements Result<T> {}

    private record Results(List<Result<ThreeLongs>> list, Result<?> any) {}

    @Test
    void shouldHandleGenericTypesThatGrowWithoutEnd() {
        Growing<String> value = new Growing<>("a", new Growing<>(new Pair<>("b", "c"), null));
        assertThat(roundTrip(Growing.class, value)).isEqualTo(value);
        record Start(Growing<String> growing) {}
        assertThat(roundTrip(Start.class, new Start(value))).isEqualTo(new Start(value));
    }

    @Test
    void shouldHandleVariablesWithBounds() {
        Bounded<Integer, String> value = new Bounded<>(1, "x");
        assertThat(roundTrip(Bounded.class, value)).isEqualTo(value);
        record Known(Bounded<Integer, String> bounded) {}
        assertThat(roundTrip(Known.class, new Known(value))).isEqualTo(new Known(value));
        assertThat(write(serializers.of(Known.class), new Known(value))).hasSize(1 + 1 + 4 + 2);
    }

    @Test
    void shouldHandleGenericSealedTypes() {
        Results value =
                new Results(
                        List.of(new Success<>(new ThreeLongs(1, 2, 3)), new Failure<>("no")),
                        new Success<>("any"));
        assertThat(roundTrip(Results.class, value)).isEqualTo(value);
    }

    @Test
    void shouldReachLocalRecords() {
        record Local(List<String> names) {}
        Local value = new Local(List.of("a", "b"));
        assertThat(roundTrip(Local.class, value)).isEqualTo(value);
    }

    @Test
    void shouldWriteThreeLongsAs24Bytes() {
        assertThat(write(serializers.of(ThreeLongs.class), new ThreeLongs(1, 2, 3))).hasSize(24);
    }

    @Test
    void shouldGiveAnEmptyRecordOneByte() {
        assertThat(write(serializers.of(Empty.class), new Empty())).hasSize(1);
    }

    @Test
    void shouldKeepSubclassesOfAPojo() {
        Dog dog = new Dog();
        dog.name = "Rex";
        dog.cached = 5;
        Object back = roundTrip(Animal.class, dog);
        assertThat(back).isEqualTo(dog).isInstanceOf(Dog.class);
        assertThat(((Dog) back).cached).isZero();
    }

    @Test
    void shouldNumberSealedSubtypesByTheirWireId() {
        byte[] bytes = write(serializers.of(Form.class), new Circle(1));
        assertThat(bytes).hasSize(9).startsWith(1);
    }

    @Test
    void shouldWriteEnumsByName() {
        byte[] bytes = write(serializers.of(Color.class), Color.RED);
        assertThat(bytes).containsExactly(6, 'R', 'E', 'D');
        assertThat(roundTrip(Color.class, Color.GREEN)).isSameAs(Color.GREEN);
        assertThat(readBack(serializers.dynamic(), Color.GREEN)).isSameAs(Color.GREEN);
    }

    @SuppressWarnings("JdkObsolete") // users have such lists
    @Test
    void shouldKeepTheKindsOfCollections() {
        Map<Integer, String> map = Map.of(3, "c", 1, "a");
        List<Object> values =
                List.of(
                        new ArrayList<>(List.of(2, 1)),
                        new LinkedList<>(List.of(2, 1)),
                        new HashSet<>(List.of(2, 1)),
                        new LinkedHashSet<>(List.of(2, 1)),
                        new TreeSet<>(List.of(2, 1)),
                        new HashMap<>(map),
                        new LinkedHashMap<>(map),
                        new TreeMap<>(map),
                        new ConcurrentHashMap<>(map));
        for (Object value : values) {
            Object back = readBack(serializers.dynamic(), value);
            assertThat(back).isEqualTo(value).hasSameClassAs(value);
        }
    }

    @Test
    void shouldReadHiddenCollectionsOfTheJdkAsOrdinaryOnes() {
        assertThat(readBack(serializers.dynamic(), List.of(1, 2)))
                .isEqualTo(List.of(1, 2))
                .isInstanceOf(ArrayList.class);
        assertThat(readBack(serializers.dynamic(), Arrays.asList(1, null)))
                .isEqualTo(Arrays.asList(1, null));
        assertThat(readBack(serializers.dynamic(), Set.of(1))).isInstanceOf(LinkedHashSet.class);
        assertThat(readBack(serializers.dynamic(), Map.of(1, 2))).isInstanceOf(LinkedHashMap.class);
    }

    @Test
    void shouldReadQueuesBackInOrder() {
        ArrayDeque<Integer> deque = new ArrayDeque<>(List.of(3, 1, 2));
        ArrayDeque<?> back = (ArrayDeque<?>) readBack(serializers.dynamic(), deque);
        assertThat(new ArrayList<>(back)).isEqualTo(List.of(3, 1, 2));
    }

    @Test
    void shouldReadPriorityQueues() {
        PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(3, 1, 2));
        PriorityQueue<?> back = (PriorityQueue<?>) readBack(serializers.dynamic(), queue);
        assertThat(List.of(back.remove(), back.remove(), back.remove()))
                .isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void shouldReadBackArrays() {
        List<Object> arrays =
                List.of(
                        new boolean[] {true, false},
                        new byte[] {1, -1},
                        new short[] {1, -1},
                        new char[] {'a', '\uFFFF'},
                        new int[] {1, -1},
                        new long[] {1, -1},
                        new float[] {1.5f},
                        new double[] {Double.MIN_VALUE},
                        new Object[] {1, "x", null},
                        new String[] {"x", null},
                        new Color[] {Color.BLUE},
                        new long[][] {{1}, {}},
                        new Pair<?, ?>[0]);
        for (Object array : arrays) {
            Object back = readBack(serializers.dynamic(), array);
            assertThat(back).hasSameClassAs(array);
            assertThat(back).isEqualTo(array);
            Object copy = serializers.dynamic().copy(array);
            assertThat(copy).isNotSameAs(array).hasSameClassAs(array);
            assertThat(copy).isEqualTo(array);
        }
    }

    @Test
    void shouldReadBackDatesAndBitSets() {
        BitSet bits = new BitSet();
        bits.set(70);
        assertThat(readBack(serializers.dynamic(), bits)).isEqualTo(bits);
    }

    @Test
    void shouldWriteNullOfUnknownType() {
        Output out = new Output();
        new Writing().writeNull(serializers.dynamic(), out);
        assertThat(serializers.dynamic().read(new Input(out.toByteArray()))).isNull();
    }

    // The dynamic serializer takes null, which the type of serializers doesn't say.
    private static final class Writing {
        @SuppressWarnings("NullAway") // as above
        void writeNull(Serializer<Object> serializer, Output out) {
            serializer.write(null, out);
        }
    }

    @Test
    void shouldUseRegisteredSerializers() {
        Serializers withCustom =
                Serializers.builder(getClass().getClassLoader())
                        .register(Opaque.class, new OpaqueSerializer())
                        .build();
        Serializer<Object> serializer = withCustom.of(Wrapper.class);
        Wrapper value = new Wrapper(new Opaque("x"), List.of(new Opaque("y")));
        Wrapper back = (Wrapper) readBack(serializer, value);
        assertThat(back.opaque().text).isEqualTo("x");
        assertThat(back.list().getFirst().text).isEqualTo("y");
    }

    private record Wrapper(Opaque opaque, List<Opaque> list) {}

    private static final class Opaque {
        private final String text;

        Opaque(String text) {
            this.text = text;
        }
    }

    private static final class OpaqueSerializer extends Serializer<Opaque> {
        @Override
        public void write(Opaque value, Output out) {
            out.writeString(value.text);
        }

        @Override
        public Opaque read(Input in) {
            return new Opaque(in.readString());
        }

        @Override
        public Opaque copy(Opaque value) {
            return value;
        }

        @Override
        public boolean isImmutable() {
            return true;
        }

        @Override
        protected int describe(SchemaBuilder schema) {
            return schema.leaf("opaque");
        }
    }

    @Test
    void shouldRefuseAnOrderByComparator() {
        TreeSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.add("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(serializers.dynamic(), set))
                .withMessageContaining("java.util.TreeSet with a comparator");
    }

    @Test
    void shouldRefuseAValueThatContainsItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(serializers.dynamic(), list))
                .withMessageContaining("contains itself");
    }

    @Test
    void shouldBoundTheDepthOfNestedValues() {
        Tree tree = new Tree(0, null, null);
        for (int i = 0; i < 400; i++) {
            tree = new Tree(i, tree, null);
        }
        assertThat(roundTrip(Tree.class, tree)).isEqualTo(tree);
        Tree deeper = tree;
        for (int i = 0; i < 2_000; i++) {
            deeper = new Tree(i, deeper, null);
        }
        Tree tooDeep = deeper;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(serializers.of(Tree.class), tooDeep))
                .withMessageContaining("levels deep");
    }
}
