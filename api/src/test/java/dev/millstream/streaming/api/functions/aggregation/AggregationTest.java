package dev.millstream.streaming.api.functions.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.streaming.api.datastream.KeyedStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregationTest {
    record Money(String currency, long cents) {}

    record Order(String id, int count, Money price) {}

    record Numbers(byte b, short s, int i, long l, float f, double d, BigInteger n, BigDecimal m) {
        static Numbers of(int value) {
            return new Numbers(
                    (byte) value,
                    (short) value,
                    value,
                    value,
                    value,
                    value,
                    BigInteger.valueOf(value),
                    BigDecimal.valueOf(value));
        }
    }

    static class Base {
        public String key = "k";
    }

    static final class Pojo extends Base {
        private int count;

        public Pojo() {}

        Pojo(String key, int count) {
            this.key = key;
            this.count = count;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pojo that && key.equals(that.key) && count == that.count;
        }

        @Override
        public int hashCode() {
            return Objects.hash(key, count);
        }

        @Override
        public String toString() {
            return key + count;
        }
    }

    record Case<T>(
            String name,
            List<T> records,
            Function<KeyedStream<T, String>, SingleOutputStreamOperator<T>> aggregation,
            T result) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Order A = new Order("a", 3, new Money("EUR", 500));
    private static final Order B = new Order("b", 1, new Money("USD", 900));
    private static final Order C = new Order("c", 3, new Money("GBP", 100));
    private static final List<Order> ORDERS = List.of(A, B, C);

    static Stream<Case<?>> cases() {
        return Stream.of(
                orders("sum by name", s -> s.sum("count"), new Order("a", 7, A.price())),
                orders("sum by position", s -> s.sum(1), new Order("a", 7, A.price())),
                orders("sum by accessor", s -> s.sum(Order::count), new Order("a", 7, A.price())),
                orders(
                        "sum by functions",
                        s -> s.sum(o -> o.count() + 0, (o, n) -> new Order(o.id(), n, o.price())),
                        new Order("a", 7, A.price())),
                orders(
                        "sum of a nested field",
                        s -> s.sum("price.cents"),
                        new Order("a", 3, new Money("EUR", 1500))),
                orders("min by name", s -> s.min("count"), new Order("a", 1, A.price())),
                orders("min by position", s -> s.min(1), new Order("a", 1, A.price())),
                orders("min by accessor", s -> s.min(Order::id), A),
                orders(
                        "min by functions",
                        s -> s.min(Order::count, (o, n) -> new Order(o.id(), n, o.price())),
                        new Order("a", 1, A.price())),
                orders("max by name", s -> s.max("id"), new Order("c", 3, A.price())),
                orders("max by position", s -> s.max(0), new Order("c", 3, A.price())),
                orders("max by accessor", s -> s.max(Order::id), new Order("c", 3, A.price())),
                orders(
                        "max by functions",
                        s -> s.max(Order::id, (o, id) -> new Order(id, o.count(), o.price())),
                        new Order("c", 3, A.price())),
                orders("minBy name", s -> s.minBy("price.cents"), C),
                orders("minBy position", s -> s.minBy(1), B),
                orders("minBy function", s -> s.minBy(o -> -o.price().cents()), B),
                orders("maxBy name, first", s -> s.maxBy("count"), A),
                orders("maxBy name, last", s -> s.maxBy("count", false), C),
                orders("maxBy position, last", s -> s.maxBy(1, false), C),
                orders("maxBy function", s -> s.maxBy(o -> o.price().cents()), B),
                new Case<>(
                        "tuple by position",
                        List.of(Tuple2.of("a", 1L), Tuple2.of("b", 2L)),
                        s -> s.sum(1),
                        Tuple2.of("a", 3L)),
                new Case<>(
                        "tuple by name",
                        List.of(Tuple2.of("a", 1L), Tuple2.of("b", 2L)),
                        s -> s.maxBy("f1"),
                        Tuple2.of("b", 2L)),
                new Case<>("numbers themselves", List.of(1, 2, 3), s -> s.sum(0), 6),
                new Case<>("strings themselves", List.of("b", "a"), s -> s.min(0), "a"),
                new Case<>(
                        "bean by name",
                        List.of(new Pojo("x", 1), new Pojo("y", 2)),
                        s -> s.sum("count"),
                        new Pojo("x", 3)),
                new Case<>(
                        "bean by getter",
                        List.of(new Pojo("x", 1), new Pojo("y", 2)),
                        s -> s.max(Pojo::getCount),
                        new Pojo("x", 2)),
                new Case<>(
                        "bean by a superclass's field",
                        List.of(new Pojo("x", 1), new Pojo("y", 2)),
                        s -> s.maxBy("key"),
                        new Pojo("y", 2)));
    }

    private static Case<Order> orders(
            String name,
            Function<KeyedStream<Order, String>, SingleOutputStreamOperator<Order>> aggregation,
            Order result) {
        return new Case<>(name, ORDERS, aggregation, result);
    }

    private static <T> ReduceFunction<T> function(
            List<T> records,
            Function<KeyedStream<T, String>, SingleOutputStreamOperator<T>> aggregation)
            throws Exception {
        KeyedStream<T, String> keyed =
                StreamExecutionEnvironment.createLocalEnvironment()
                        .fromData(records)
                        .keyBy(record -> "key");
        OperatorTransformation<T> operator =
                (OperatorTransformation<T>) aggregation.apply(keyed).getTransformation();
        return transported(((Operation.Reduce<?, ?>) operator.getOperation()).function());
    }

    /** As a task gets it. */
    @SuppressWarnings("unchecked") // it is read as what was written
    private static <T> ReduceFunction<T> transported(ReduceFunction<?> function) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ReduceFunction<T>) in.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void shouldAggregate(Case<T> each) throws Exception {
        ReduceFunction<T> function = function(each.records(), each.aggregation());
        T result = each.records().getFirst();
        for (T next : each.records().subList(1, each.records().size())) {
            result = function.reduce(result, next);
        }
        assertThat(result).isEqualTo(each.result());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void shouldLeaveItsInputsAsTheyWere(Case<T> each) throws Exception {
        List<String> before = each.records().stream().map(Object::toString).toList();
        function(each.records(), each.aggregation())
                .reduce(each.records().get(0), each.records().get(1));
        assertThat(each.records()).extracting(Object::toString).isEqualTo(before);
    }

    @Test
    void shouldAddUpNumbersOfEachKind() throws Exception {
        for (int field = 0; field < 8; field++) {
            Object sum =
                    new FieldPath<Numbers>(Integer.toString(field))
                            .get(
                                    new SumFunction<>(
                                                    new FieldPath<Numbers>(Integer.toString(field)))
                                            .reduce(Numbers.of(40), Numbers.of(2)));
            assertThat(((Number) sum).intValue()).isEqualTo(42);
        }
    }

    @Test
    void shouldFindTheFieldOfEachClassThatComes() throws Exception {
        SumFunction<Object, Object> sum = new SumFunction<>(new FieldPath<>("count"));
        assertThat(sum.reduce(A, B)).isEqualTo(new Order("a", 4, A.price()));
        assertThat(sum.reduce(new Pojo("x", 1), new Pojo("y", 2))).isEqualTo(new Pojo("x", 3));
        assertThatThrownBy(() -> sum.reduce(new Money("EUR", 1), new Money("EUR", 2)))
                .hasMessageContaining("no field 'count'")
                .hasMessageContaining("currency, cents");
    }

    record Envelope(Object content) {}

    @Test
    void shouldFindTheFieldOfEachClassThatComesInside() throws Exception {
        SumFunction<Envelope, Object> sum = new SumFunction<>(new FieldPath<>("content.count"));
        Envelope first = sum.reduce(new Envelope(A), new Envelope(B));
        assertThat(first.content()).isEqualTo(new Order("a", 4, A.price()));
        assertThat(sum.reduce(new Envelope(new Pojo("x", 1)), first).content())
                .isEqualTo(new Pojo("x", 5));
        assertThat(new FieldPath<Envelope>("content.count").check(Envelope.class))
                .isEqualTo(Object.class);
    }

    @Test
    void shouldNameTheFieldThatIsNull() {
        SumFunction<Tuple2<String, Integer>, Object> sum = new SumFunction<>(new FieldPath<>("f1"));
        assertThatThrownBy(() -> sum.reduce(new Tuple2<>(), Tuple2.of("a", 1)))
                .hasMessageContaining("'f1'")
                .hasMessageContaining("is null");
    }

    @Test
    void shouldRefuseToAddWhatIsNoNumber() {
        SumFunction<Tuple2<String, Integer>, Object> sum = new SumFunction<>(new FieldPath<>("f0"));
        assertThatThrownBy(() -> sum.reduce(Tuple2.of("a", 1), Tuple2.of("b", 1)))
                .hasMessageContaining("can't be added up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "s", "i", "l"})
    void shouldReadPrimitiveWholeNumbersWithoutObjects(String field) {
        FieldPath<Object> path = new FieldPath<>(field);

        ToLongFunction<Object> reader = path.plainNumbers(Numbers.class).orElseThrow();

        assertThat(reader.applyAsLong(Numbers.of(-7))).isEqualTo(-7);
        assertThat(new FieldPath<>(field).plainNumbers(Numbers.class)).containsSame(reader);
    }

    @Test
    void shouldReadOtherNumbersAsObjectsOnly() {
        assertThat(new FieldPath<>("d").plainNumbers(Numbers.class)).isEmpty();
        assertThat(new FieldPath<>("n").plainNumbers(Numbers.class)).isEmpty();
        assertThat(new FieldPath<>("price.cents").plainNumbers(Order.class)).isEmpty();
        assertThat(new FieldPath<>("count").plainNumbers(Pojo.class)).isEmpty();
        assertThat(new FieldPath<>("1").plainNumbers(Tuple2.class)).isEmpty();
    }
}
