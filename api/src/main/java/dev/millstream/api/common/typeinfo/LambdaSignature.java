package dev.millstream.api.common.typeinfo;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of the method that a lambda or method reference stands for. */
public final class LambdaSignature {
    private final SerializedLambda lambda;
    private final ClassLoader classLoader;

    private LambdaSignature(SerializedLambda lambda, ClassLoader classLoader) {
        this.lambda = lambda;
        this.classLoader = classLoader;
    }

    /** Empty if the function isn't a lambda or a method reference. */
    public static Optional<LambdaSignature> of(Object function) {
        Class<?> type = function.getClass();
        if (!type.isSynthetic()) {
            return Optional.empty();
        }
        try {
            Method writeReplace = type.getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return writeReplace.invoke(function) instanceof SerializedLambda lambda
                    ? Optional.of(new LambdaSignature(lambda, type.getClassLoader()))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            // Compilers other than javac may make lambdas otherwise: their types are learned.
            return Optional.empty();
        }
    }

    /**
     * The name of the record component or bean property that the function reads, if it is a
     * reference to an accessor, such as {@code Word::count} or {@code Word::getCount}.
     */
    public Optional<String> property() {
        if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeVirtual
                || !lambda.getImplMethodSignature().startsWith("()")) {
            return Optional.empty();
        }
        Optional<Class<?>> owner = load(lambda.getImplClass().replace('/', '.'));
        return owner.flatMap(type -> property(type, lambda.getImplMethodName()));
    }

    private static Optional<String> property(Class<?> owner, String method) {
        if (owner.isRecord()) {
            return Arrays.stream(owner.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(method::equals)
                    .findFirst();
        }
        if (method.startsWith("get") && method.length() > 3) {
            return Optional.of(
                    method.substring(3, 4).toLowerCase(Locale.ROOT) + method.substring(4));
        }
        return Optional.empty();
    }

    /**
     * The class to which the lambda casts an argument, before it does anything with it.
     *
     * @param index of the functional interface's method
     */
    public Optional<Class<?>> parameterType(int index) {
        return instantiated().map(type -> type.parameterType(index));
    }

    /** The type that the method returns. */
    Optional<Type> returnedType() {
        Optional<Class<?>> erased = instantiated().map(MethodType::returnType);
        if (erased.isEmpty()) {
            return Optional.empty();
        }
        Optional<Type> generic = implementation().map(Method::getGenericReturnType);
        if (generic.isPresent()
                && generic.get() instanceof ParameterizedType parameterized
                && parameterized.getRawType() == erased.get()) {
            Optional<Type> known = SerializableTypes.of(parameterized);
            if (known.isPresent()) {
                return known;
            }
        }
        return known(erased.get());
    }

    /** The type of what the method emits, if its last parameter is a collector of that. */
    Optional<Type> collectedType() {
        return implementation()
                .flatMap(method -> {
                    Type[] parameters = method.getGenericParameterTypes();
                    return parameters.length > 0
                                    && parameters[parameters.length - 1]
                                            instanceof ParameterizedType collector
                            ? SerializableTypes.of(collector.getActualTypeArguments()[0])
                            : Optional.empty();
                })
                .filter(type -> type != Object.class);
    }

    private static Optional<Type> known(Class<?> erased) {
        return erased == Object.class ? Optional.empty() : Optional.of(erased);
    }

    private Optional<MethodType> instantiated() {
        try {
            return Optional.of(
                    MethodType.fromMethodDescriptorString(
                            lambda.getInstantiatedMethodType(), classLoader));
        } catch (TypeNotPresentException missing) {
            return Optional.empty();
        }
    }

    private Optional<Method> implementation() {
        return load(lambda.getImplClass().replace('/', '.')).flatMap(this::implementationIn);
    }

    private Optional<Method> implementationIn(Class<?> owner) {
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(lambda.getImplMethodName())
                    && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                            .toMethodDescriptorString()
                            .equals(lambda.getImplMethodSignature())) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private Optional<Class<?>> load(String className) {
        try {
            return Optional.of(Class.forName(className, false, classLoader));
        } catch (ClassNotFoundException missing) {
            return Optional.empty();
        }
    }
}
