package dev.millstream.types.value;

import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deep copies of values of any class. For one thread at a time. */
public final class ValueCopier {
    private final Serializers serializers;
    // Looked up, never iterated. A class without serializer is immutable.
    private final Map<Class<?>, Treatment> treatments = new HashMap<>();
    private @Nullable Treatment last;

    private record Treatment(Class<?> type, @Nullable Serializer<Object> copying) {}

    public ValueCopier(Serializers serializers) {
        this.serializers = serializers;
    }

    /**
     * The same object if its class is deeply immutable, else a copy that shares nothing mutable.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if it is mutable and has no serializer
     */
    public Object copy(Object value) {
        Treatment treatment = treatmentOf(value.getClass());
        Serializer<Object> copying = treatment.copying();
        if (copying == null) {
            return value;
        }
        try {
            return copying.copy(value);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException(
                    "A value of class "
                            + value.getClass().getName()
                            + " can't be copied: it is nested too deeply, or contains itself",
                    e);
        }
    }

    /**
     * What copies values of exactly this class; null if they are deeply immutable.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if it is mutable and has no serializer
     */
    public @Nullable Serializer<Object> copying(Class<?> type) {
        return treatmentOf(type).copying();
    }

    private Treatment treatmentOf(Class<?> type) {
        Treatment known = last;
        if (known == null || known.type() != type) {
            known = treatments.get(type);
            if (known == null) {
                known = newTreatment(type);
                treatments.put(type, known);
            }
            last = known;
        }
        return known;
    }

    private Treatment newTreatment(Class<?> type) {
        return Immutability.isDeeplyImmutable(type)
                ? new Treatment(type, null)
                : new Treatment(type, serializers.ofExactClass(type));
    }
}
