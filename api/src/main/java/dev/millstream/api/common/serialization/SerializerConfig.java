package dev.millstream.api.common.serialization;

import dev.millstream.configuration.Configuration;
import dev.millstream.types.Serializer;
import dev.millstream.types.fallback.FallbackUse;
import dev.millstream.types.serialization.Serializers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How the classes of a program become bytes, where their fields alone don't say it. Set before the
 * sources are made. Used by the program's thread only.
 */
public class SerializerConfig implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By class name; read by {@link Registration}. */
    private final TreeMap<String, Registration> registrations = new TreeMap<>();

    private boolean genericTypes = true;

    /** What a configuration says. */
    public static SerializerConfig of(Configuration configuration) {
        SerializerConfig config = new SerializerConfig();
        config.configure(configuration);
        return config;
    }

    /** Adds what a configuration says. */
    public void configure(Configuration configuration) {
        configuration
                .getOptional(SerializerOptions.GENERIC_TYPES)
                .ifPresent(allowed -> genericTypes = allowed);
        for (String entry : configuration.get(SerializerOptions.SERIALIZATION_CONFIG)) {
            Registration.Entry parsed = Registration.parse(entry);
            registrations.put(parsed.className(), parsed.registration());
        }
    }

    /** The inverse of {@link #configure}, so that it travels with the job. */
    public void writeTo(Configuration configuration) {
        configuration.set(SerializerOptions.GENERIC_TYPES, genericTypes);
        List<String> entries = new ArrayList<>();
        registrations.forEach((name, registration) -> entries.add(registration.format(name)));
        if (!entries.isEmpty()) {
            configuration.set(SerializerOptions.SERIALIZATION_CONFIG, entries);
        }
    }

    /** Whether nothing was set. */
    public boolean isDefault() {
        return genericTypes && registrations.isEmpty();
    }

    /**
     * Values of exactly this class are written by a serializer of the user's.
     *
     * @param serializer has a public constructor without arguments; see {@link
     *     dev.millstream.types.CustomSerializer}
     */
    public <T> void registerTypeWithSerializer(
            Class<T> type, Class<? extends Serializer<T>> serializer) {
        registrations.put(type.getName(), new Registration.BySerializer(serializer.getName()));
    }

    /** Lets the general serializer write this class, also inside of others. */
    public void registerKryoType(Class<?> type) {
        registrations.put(type.getName(), new Registration.General());
    }

    /** Demands that this class can be taken apart; if not, the program is refused. */
    public void registerPojoType(Class<?> type) {
        registrations.put(type.getName(), new Registration.TakenApart());
    }

    /** Whether classes that can't be taken apart are written by a general serializer. */
    public void setGenericTypes(boolean genericTypes) {
        this.genericTypes = genericTypes;
    }

    /** Whether such classes are refused. */
    public boolean hasGenericTypesDisabled() {
        return !genericTypes;
    }

    /**
     * Serializers as it says.
     *
     * @param hints is told of each class that the general serializer writes, once, on any thread
     * @throws IllegalArgumentException if a class that is registered can't be used
     */
    public Serializers serializers(ClassLoader classLoader, Consumer<FallbackUse> hints) {
        Serializers.Builder builder =
                Serializers.builder(classLoader).genericTypes(genericTypes).onFallback(hints);
        for (Map.Entry<String, Registration> entry : registrations.entrySet()) {
            entry.getValue().addTo(builder, entry.getKey(), classLoader);
        }
        return builder.build();
    }
}
