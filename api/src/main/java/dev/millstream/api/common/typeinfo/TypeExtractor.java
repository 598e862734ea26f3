package dev.millstream.api.common.typeinfo;

import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.api.java.typeutils.ResultTypeQueryable;
import dev.millstream.connector.datagen.source.GeneratorFunction;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import java.util.Collection;
import java.util.List;

/**
 * Finds the type of what a function produces: from the generic supertypes of its class, from the
 * types of its inputs, or from the method that a lambda stands for. What can't be found is unknown,
 * which is never an error. Thread-safe.
 */
public final class TypeExtractor {
    private TypeExtractor() {}

    /** What a map function makes. */
    public static <I, O> TypeInformation<O> ofMap(
            MapFunction<I, O> function, TypeInformation<I> input) {
        return returned(function, MapFunction.class, 1, List.of(input));
    }

    /** What a flat map function makes. */
    public static <I, O> TypeInformation<O> ofFlatMap(
            FlatMapFunction<I, O> function, TypeInformation<I> input) {
        return LambdaSignature.of(function)
                .map(lambda -> TypeInformation.<O>ofSerializable(lambda.collectedType()))
                .orElseGet(() -> declared(function, FlatMapFunction.class, 1, List.of(input)));
    }

    /** What a process function makes on its main output. */
    public static <I, O> TypeInformation<O> ofProcess(
            ProcessFunction<I, O> function, TypeInformation<I> input) {
        return declared(function, ProcessFunction.class, 1, List.of(input));
    }

    /** What a process function on a keyed stream makes on its main output. */
    public static <K, I, O> TypeInformation<O> ofKeyedProcess(
            KeyedProcessFunction<K, I, O> function,
            TypeInformation<K> key,
            TypeInformation<I> input) {
        return declared(function, KeyedProcessFunction.class, 2, List.of(key, input));
    }

    /** What a function on two streams makes. */
    public static <A, B, O> TypeInformation<O> ofCoProcess(
            CoProcessFunction<A, B, O> function,
            TypeInformation<A> first,
            TypeInformation<B> second) {
        return declared(function, CoProcessFunction.class, 2, List.of(first, second));
    }

    /** What a function on two keyed streams makes. */
    public static <K, A, B, O> TypeInformation<O> ofKeyedCoProcess(
            KeyedCoProcessFunction<K, A, B, O> function,
            TypeInformation<K> key,
            TypeInformation<A> first,
            TypeInformation<B> second) {
        return declared(function, KeyedCoProcessFunction.class, 3, List.of(key, first, second));
    }

    /** What a function on two streams makes. */
    public static <A, B, O> TypeInformation<O> ofCoMap(
            CoMapFunction<A, B, O> function, TypeInformation<A> first, TypeInformation<B> second) {
        return declared(function, CoMapFunction.class, 2, List.of(first, second));
    }

    /** What a function on two streams makes. */
    public static <A, B, O> TypeInformation<O> ofCoFlatMap(
            CoFlatMapFunction<A, B, O> function,
            TypeInformation<A> first,
            TypeInformation<B> second) {
        return declared(function, CoFlatMapFunction.class, 2, List.of(first, second));
    }

    /**
     * What a function makes, from the type arguments of its class.
     *
     * @param base the type that it implements
     * @param result which type argument of that says what it makes
     * @param inputs the first type arguments, as far as they are known
     */
    public static <O> TypeInformation<O> ofDeclared(
            Object function, Class<?> base, int result, TypeInformation<?>... inputs) {
        return declared(function, base, result, List.of(inputs));
    }

    /** {@link #ofDeclared}, or what the method of a lambda returns. */
    public static <O> TypeInformation<O> ofReturning(
            Object function, Class<?> base, int result, TypeInformation<?>... inputs) {
        return returned(function, base, result, List.of(inputs));
    }

    /** {@link #ofDeclared}, or what the method of a lambda gives to its collector. */
    public static <O> TypeInformation<O> ofCollecting(
            Object function, Class<?> base, int result, TypeInformation<?>... inputs) {
        return LambdaSignature.of(function)
                .map(lambda -> TypeInformation.<O>ofSerializable(lambda.collectedType()))
                .orElseGet(() -> declared(function, base, result, List.of(inputs)));
    }

    /** The keys that a selector finds. */
    public static <T, K> TypeInformation<K> ofKey(
            KeySelector<T, K> selector, TypeInformation<T> input) {
        return returned(selector, KeySelector.class, 1, List.of(input));
    }

    /** What a generator makes. */
    public static <O> TypeInformation<O> ofGenerator(GeneratorFunction<Long, O> function) {
        return returned(function, GeneratorFunction.class, 1, List.of(Types.LONG));
    }

    /** What a source reads. */
    public static <T> TypeInformation<T> ofSource(Source<T, ?, ?> source) {
        return declared(source, Source.class, 0, List.of());
    }

    /** The class that all elements have in common; unknown when there are several. */
    public static <T> TypeInformation<T> ofElements(Collection<? extends T> elements) {
        Class<?> common = null;
        for (T element : elements) {
            if (element == null) {
                continue;
            }
            Class<?> found =
                    element instanceof Enum<?> constant
                            ? constant.getDeclaringClass()
                            : element.getClass();
            if (common != null && common != found) {
                return TypeInformation.unknown();
            }
            common = found;
        }
        return common == null ? TypeInformation.unknown() : TypeInformation.ofType(common);
    }

    /** For functions whose method returns the result. */
    private static <O> TypeInformation<O> returned(
            Object function, Class<?> base, int result, List<TypeInformation<?>> inputs) {
        return LambdaSignature.of(function)
                .map(lambda -> TypeInformation.<O>ofSerializable(lambda.returnedType()))
                .orElseGet(() -> declared(function, base, result, inputs));
    }

    @SuppressWarnings("unchecked") // the function says so itself
    private static <O> TypeInformation<O> declared(
            Object function, Class<?> base, int result, List<TypeInformation<?>> inputs) {
        if (function instanceof ResultTypeQueryable<?> queryable) {
            return (TypeInformation<O>) queryable.getProducedType();
        }
        return TypeInformation.ofSerializable(
                DeclaredTypes.argument(function.getClass(), base, result, inputs));
    }
}
