package dev.millstream.api.common.serialization;

import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one class is written, as {@link SerializerOptions#SERIALIZATION_CONFIG} says it. */
sealed interface Registration extends Serializable {
    /** {@code com.acme.Money: {type: serializer, class: com.acme.MoneySerializer}}. */
    Pattern ENTRY = Pattern.compile("\\s*([\\w.$]+)\\s*:\\s*\\{(.*)}\\s*");

    /** By a serializer of the user's. */
    record BySerializer(String serializerName) implements Registration {
        @Override
        public String format(String className) {
            return className + ": {type: serializer, class: " + serializerName + "}";
        }

        @Override
        @SuppressWarnings("unchecked") // the serializer says itself which class it writes
        public void addTo(Serializers.Builder builder, String className, ClassLoader loader) {
            Object made;
            try {
                made = Class.forName(serializerName, true, loader).getConstructor().newInstance();
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new IllegalArgumentException(
                        "The serializer "
                                + serializerName
                                + " of "
                                + className
                                + " can't be made: "
                                + e
                                + ". It must be a public class with a public constructor without"
                                + " arguments, in the job's jar",
                        e);
            }
            if (!(made instanceof Serializer<?> serializer)) {
                throw new IllegalArgumentException(
                        serializerName + " is no " + Serializer.class.getName());
            }
            builder.register(
                    (Class<Object>) load(className, loader), (Serializer<Object>) serializer);
        }
    }

    /** By the general serializer. */
    record General() implements Registration {
        @Override
        public String format(String className) {
            return className + ": {type: kryo}";
        }

        @Override
        public void addTo(Serializers.Builder builder, String className, ClassLoader loader) {
            builder.allowGeneric(load(className, loader));
        }
    }

    /** By its fields. */
    record TakenApart() implements Registration {
        @Override
        public String format(String className) {
            return className + ": {type: pojo}";
        }

        @Override
        public void addTo(Serializers.Builder builder, String className, ClassLoader loader) {
            builder.requireFields(load(className, loader));
        }
    }

    /** The text of an entry. */
    String format(String className);

    /** Makes serializers heed it. */
    void addTo(Serializers.Builder builder, String className, ClassLoader loader);

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(
                    "The class "
                            + name
                            + " of pipeline.serialization-config can't be loaded: "
                            + e.getMessage(),
                    e);
        }
    }

    /** An entry, read. */
    record Entry(String className, Registration registration) {}

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    static Entry parse(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (!matcher.matches()) {
            throw wrong(entry);
        }
        Map<String, String> attributes = new TreeMap<>();
        for (String attribute : matcher.group(2).split(",", -1)) {
            int colon = attribute.indexOf(':');
            if (colon < 0) {
                throw wrong(entry);
            }
            attributes.put(
                    attribute.substring(0, colon).strip(), attribute.substring(colon + 1).strip());
        }
        return new Entry(matcher.group(1), registration(attributes, entry));
    }

    private static Registration registration(Map<String, String> attributes, String entry) {
        String serializer = attributes.get("class");
        String type = attributes.getOrDefault("type", "");
        if (serializer != null) {
            if (type.equals("serializer")) {
                return new BySerializer(serializer);
            }
            throw wrong(entry);
        }
        return switch (type) {
            case "pojo" -> new TakenApart();
            case "kryo" -> new General();
            default -> throw wrong(entry);
        };
    }

    private static IllegalArgumentException wrong(String entry) {
        return new IllegalArgumentException(
                "pipeline.serialization-config has an entry '"
                        + entry
                        + "', but it must be CLASS: {type: serializer, class: SERIALIZER}, or"
                        + " CLASS: {type: kryo}, or CLASS: {type: pojo}. Serializers of Kryo itself"
                        + " can't be used here");
    }
}
