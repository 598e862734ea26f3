package dev.millstream.types.fallback;

import dev.millstream.types.Serializer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides which classes the fallback writes. Thread-safe. */
public final class GenericTypes {
    private final boolean automatic;
    private final Set<Class<?>> registered;
    private final Consumer<FallbackUse> listener;
    private final ClassLoader classLoader;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** What was decided. */
    public sealed interface Decision {
        /** It is written by the fallback. */
        record Used(Serializer<Object> serializer) implements Decision {}

        /**
         * It is not.
         *
         * @param reason a sentence of its own; maybe empty
         */
        record Refused(String reason) implements Decision {}
    }

    /**
     * Decides for one job.
     *
     * @param automatic whether classes are written by the fallback that weren't registered for it
     * @param registered classes that it may write, and that may be inside of others that it writes
     * @param listener is told of each class once, on any thread
     */
    public GenericTypes(
            boolean automatic,
            Set<Class<?>> registered,
            Consumer<FallbackUse> listener,
            ClassLoader classLoader) {
        this.automatic = automatic;
        this.registered = Set.copyOf(registered);
        this.listener = listener;
        this.classLoader = classLoader;
    }

    /** No class at all: for what isn't a user's. */
    public static GenericTypes none(ClassLoader classLoader) {
        return new GenericTypes(false, Set.of(), _ -> {}, classLoader);
    }

    /**
     * Whether a class is written by the fallback.
     *
     * @param path where it was met
     * @param reason why it can't be taken apart
     */
    public Decision decide(Class<?> type, String path, String reason) {
        String obstacle = obstacle(type);
        if (obstacle != null) {
            return new Decision.Refused(obstacle);
        }
        if (told.add(type.getName())) {
            listener.accept(new FallbackUse(type.getName(), path, reason));
        }
        return new Decision.Used(
                new ForySerializer(type, AllowedClasses.of(type, registered), classLoader));
    }

    private @Nullable String obstacle(Class<?> type) {
        if (AllowedClasses.isNoValue(type)) {
            return "";
        }
        if (registered.contains(type)) {
            return null;
        }
        if (!automatic) {
            return registered.isEmpty()
                    ? ""
                    : "The fallback is refused for it (pipeline.generic-types: false)";
        }
        if (AllowedClasses.hasOwnForm(type)) {
            return "By Java serialisation it is only written if it is registered for that"
                    + " (registerKryoType)";
        }
        return AllowedClasses.foreignPart(type);
    }
}
