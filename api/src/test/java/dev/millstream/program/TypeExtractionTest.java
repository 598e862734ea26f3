package dev.millstream.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.api.common.typeinfo.TypeHint;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.api.java.typeutils.ResultTypeQueryable;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.util.Collector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeExtractionTest {
    enum Colour {
        RED
    }

    record Case(
            String name,
            Function<StreamExecutionEnvironment, DataStream<?>> stream,
            TypeInformation<?> type) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final class Lengths implements MapFunction<String, Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer map(String value) {
            return value.length();
        }
    }

    abstract static class Base<A, B> extends RichMapFunction<B, Map<A, List<B>>> {
        private static final long serialVersionUID = 1L;
    }

    static final class Nested extends Base<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Map<Long, List<String>> map(String value) {
            return Map.of(1L, List.of(value));
        }
    }

    static final class Wrapping<T> implements MapFunction<T, Optional<T>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Optional<T> map(T value) {
            return Optional.of(value);
        }
    }

    static final class First<K> implements MapFunction<Tuple2<K, Long>, K> {
        private static final long serialVersionUID = 1L;

        @Override
        public K map(Tuple2<K, Long> value) {
            return value.f0;
        }
    }

    static final class Telling implements MapFunction<String, Object>, ResultTypeQueryable<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object map(String value) {
            return value;
        }

        @Override
        @SuppressWarnings("unchecked") // all objects are words
        public TypeInformation<Object> getProducedType() {
            return (TypeInformation<Object>) (TypeInformation<?>) TypeInformation.of(Word.class);
        }
    }

    static final class Splitting implements FlatMapFunction<String, Word> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(String value, Collector<Word> out) {}
    }

    static final class Reading extends ProcessFunction<String, Word> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String value, Context ctx, Collector<Word> out) {}
    }

    static final class Either implements CoMapFunction<String, Long, Word> {
        private static final long serialVersionUID = 1L;

        @Override
        public Word map1(String value) {
            return new Word(value, 0);
        }

        @Override
        public Word map2(Long value) {
            return new Word("", 1);
        }
    }

    static Map<String, Integer> counts(String line) {
        return Map.of(line, 1);
    }

    static void split(String line, Collector<Word> out) {
        out.collect(new Word(line, 1));
    }

    static <T> DataStream<T> identity(DataStream<T> stream) {
        return stream.map(x -> x);
    }

    static Stream<Case> cases() {
        return Stream.of(
                strings("lambda", s -> s.map(x -> x.length()), Types.INT),
                strings("lambda of a record", s -> s.map(x -> new Word(x, 1)), of(Word.class)),
                strings("lambda of an array", s -> s.map(x -> new int[1]), of(int[].class)),
                strings("reference to a method", s -> s.map(String::length), Types.INT),
                strings(
                        "reference to a constructor",
                        s -> s.map(StringBuilder::new),
                        of(StringBuilder.class)),
                strings(
                        "reference to a method with type arguments",
                        s -> s.map(TypeExtractionTest::counts),
                        Types.MAP(Types.STRING, Types.INT)),
                strings(
                        "lambda of a generic type: only its class is there",
                        s -> s.map(x -> List.of(x)),
                        of(List.class)),
                strings(
                        "lambda of a type variable",
                        TypeExtractionTest::identity,
                        TypeInformation.unknown()),
                strings("class", s -> s.map(new Lengths()), Types.INT),
                strings(
                        "class below generic ones",
                        s -> s.map(new Nested()),
                        Types.MAP(Types.LONG, Types.LIST(Types.STRING))),
                strings(
                        "class with the input's type in its result",
                        s -> s.map(new Wrapping<>()),
                        TypeInformation.of(new TypeHint<Optional<String>>() {})),
                new Case(
                        "class with a part of the input's type as its result",
                        env ->
                                env.fromData("a")
                                        .map(x -> Tuple2.of(x, 1L))
                                        .returns(new TypeHint<Tuple2<String, Long>>() {})
                                        .map(new First<>()),
                        Types.STRING),
                strings(
                        "class with a variable for an input that isn't known",
                        s -> identity(s).map(new Wrapping<>()),
                        TypeInformation.unknown()),
                strings(
                        "anonymous class",
                        s ->
                                s.map(
                                        new MapFunction<String, List<Word>>() {
                                            private static final long serialVersionUID = 1L;

                                            @Override
                                            public List<Word> map(String value) {
                                                return List.of();
                                            }
                                        }),
                        Types.LIST(of(Word.class))),
                strings("function that tells", s -> s.map(new Telling()), of(Word.class)),
                strings("flat map class", s -> s.flatMap(new Splitting()), of(Word.class)),
                strings(
                        "flat map lambda: learned",
                        s -> s.flatMap((x, out) -> out.collect(x)),
                        TypeInformation.unknown()),
                strings(
                        "flat map reference",
                        s -> s.flatMap(TypeExtractionTest::split),
                        of(Word.class)),
                strings("filter", s -> s.filter(x -> true), Types.STRING),
                strings("process", s -> s.process(new Reading()), of(Word.class)),
                strings("partitioned", s -> s.rebalance(), Types.STRING),
                strings("union", s -> s.union(s.rebalance()), Types.STRING),
                strings("reduce", s -> s.keyBy(x -> x).reduce((a, b) -> a), Types.STRING),
                strings(
                        "returns",
                        s -> identity(s).map(x -> x).returns(String.class),
                        Types.STRING),
                strings(
                        "connect",
                        s -> s.connect(s.map(x -> 1L)).map(new Either()),
                        of(Word.class)),
                new Case("elements", env -> env.fromData(1L, 2L), Types.LONG),
                new Case("elements: enum", env -> env.fromData(Colour.RED), of(Colour.class)),
                new Case(
                        "elements of several classes",
                        env -> env.<Object>fromData(1L, "a"),
                        TypeInformation.unknown()),
                new Case("no elements", env -> env.fromData(List.of()), TypeInformation.unknown()),
                new Case("sequence", env -> env.fromSequence(1, 2), Types.LONG),
                new Case(
                        "generator",
                        env ->
                                env.fromSource(
                                        new DataGeneratorSource<>(index -> "n" + index, 3),
                                        dev.millstream.api.common.eventtime.WatermarkStrategy
                                                .noWatermarks(),
                                        "generator"),
                        Types.STRING));
    }

    private static <T> TypeInformation<T> of(Class<T> type) {
        return TypeInformation.of(type);
    }

    private static Case strings(
            String name,
            Function<DataStream<String>, DataStream<?>> stream,
            TypeInformation<?> type) {
        return new Case(name, env -> stream.apply(env.fromData("a", "b")), type);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldFindTheTypeWithoutAHint(Case each) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment();
        assertThat(each.stream().apply(env).getType()).isEqualTo(each.type());
    }
}
