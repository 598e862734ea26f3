package dev.millstream.types.key;

import dev.millstream.types.model.Property;
import dev.millstream.types.model.ResolvedType;
import dev.millstream.types.model.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of a key's class, found out once. */
sealed interface KeyClass {
    int hash(Object key);

    /** Hashed by its fields. */
    record ByFields(List<MethodHandle> hashes) implements KeyClass {
        @Override
        public int hash(Object key) {
            int sum = hashes.size();
            try {
                for (MethodHandle hash : hashes) {
                    sum = Mixing.step(sum, (int) hash.invokeExact(key));
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(
                        "A field of a key of class " + key.getClass().getName() + " threw", e);
            }
            return Mixing.mix(sum);
        }
    }

    /** Hashed as it likes. */
    record ByItself() implements KeyClass {
        @Override
        public int hash(Object key) {
            return Mixing.mix(key.hashCode());
        }
    }

    /** Not hashed. */
    record Unsupported(Class<?> type, String reason) implements KeyClass {
        @Override
        public int hash(Object key) {
            throw new IllegalArgumentException(type.getName() + " can't be a key: " + reason);
        }
    }

    static KeyClass of(Class<?> type) {
        return KeyClassCache.CACHE.get(type);
    }

    /** Looks at a class of which objects exist. */
    static KeyClass find(Class<?> type) {
        Optional<String> reason = reason(type, new HashSet<>());
        if (reason.isPresent()) {
            return new Unsupported(type, reason.get());
        }
        if (isHashedByFields(type)
                && Shape.of(ResolvedType.erased(type)) instanceof Shape.Fields fields) {
            return new ByFields(FieldHashes.of(fields));
        }
        return new ByItself();
    }

    static boolean isStructural(Class<?> type) {
        return isHashedByFields(type) || KeyTypes.isKnown(type);
    }

    static Optional<String> unsupportedReason(Class<?> type) {
        return reason(type, new HashSet<>());
    }

    private static Optional<String> reason(Class<?> type, Set<Class<?>> seen) {
        if (type.isArray()) {
            return Optional.of(
                    "arrays are equal only to themselves; use a List, or for bytes a String or a"
                            + " record of numbers");
        }
        if (KeyTypes.isKnown(type) || !seen.add(type)) {
            return Optional.empty();
        }
        if (isHashedByFields(type)) {
            return reasonOfFields(type, seen);
        }
        boolean open = type.isInterface() || Modifier.isAbstract(type.getModifiers());
        if (open || type == Object.class || overridesHashCode(type)) {
            return Optional.empty();
        }
        return Optional.of(
                "it has no hashCode of its own, so that equal keys would not meet; make it a"
                        + " record, or override equals and hashCode");
    }

    private static Optional<String> reasonOfFields(Class<?> type, Set<Class<?>> seen) {
        return switch (Shape.of(ResolvedType.erased(type))) {
            case Shape.None none -> Optional.of(none.reason());
            case Shape.Singleton singleton -> Optional.empty();
            case Shape.Fields fields -> {
                for (Property property : fields.properties()) {
                    Optional<String> reason = reason(property.erased(), seen);
                    if (reason.isPresent()) {
                        yield Optional.of(
                                "its field "
                                        + property.name()
                                        + " is of "
                                        + property.erased().getTypeName()
                                        + ": "
                                        + reason.get());
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private static boolean overridesHashCode(Class<?> type) {
        try {
            return type.getMethod("hashCode").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("Every class has a hashCode", e);
        }
    }

    // A record may have an equals of its own. The compiler's is final; what people write isn't.
    private static boolean isHashedByFields(Class<?> type) {
        if (!type.isRecord()) {
            return type.isAnnotationPresent(HashedByFields.class);
        }
        try {
            return Modifier.isFinal(type.getMethod("equals", Object.class).getModifiers())
                    && Modifier.isFinal(type.getMethod("hashCode").getModifiers());
        } catch (NoSuchMethodException e) {
            throw new AssertionError("Every record has equals and hashCode", e);
        }
    }

    /** The types that {@link StableHash} takes apart itself. */
    final class KeyTypes {
        private static final Set<Class<?>> KNOWN =
                Set.of(
                        String.class,
                        Boolean.class,
                        Byte.class,
                        Short.class,
                        Character.class,
                        Integer.class,
                        Long.class,
                        Float.class,
                        Double.class,
                        java.math.BigInteger.class,
                        java.math.BigDecimal.class,
                        java.util.UUID.class,
                        Optional.class);

        private KeyTypes() {}

        static boolean isKnown(Class<?> type) {
            return type.isPrimitive()
                    || KNOWN.contains(type)
                    || Enum.class.isAssignableFrom(type)
                    || List.class.isAssignableFrom(type)
                    || Set.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type)
                    || type.getName().startsWith("java.time.");
        }
    }

    /** Kept with the class itself, so that neither keeps the other from being unloaded. */
    final class KeyClassCache {
        private static final ClassValue<KeyClass> CACHE =
                new ClassValue<>() {
                    @Override
                    protected KeyClass computeValue(Class<?> type) {
                        return find(type);
                    }
                };

        private KeyClassCache() {}
    }
}
