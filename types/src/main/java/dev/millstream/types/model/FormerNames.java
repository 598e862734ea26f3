package dev.millstream.types.model;

import dev.millstream.types.RenamedFrom;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link RenamedFrom}. */
public final class FormerNames {
    private FormerNames() {}

    /** What something was called before; mostly nothing else. */
    public static List<String> of(@Nullable AnnotatedElement element) {
        RenamedFrom renamed = element == null ? null : element.getAnnotation(RenamedFrom.class);
        return renamed == null ? List.of() : List.of(renamed.value());
    }

    /** What a constant of an enum was called before. */
    public static List<String> ofConstant(Enum<?> constant) {
        try {
            return of(constant.getDeclaringClass().getField(constant.name()));
        } catch (NoSuchFieldException e) {
            throw new AssertionError("Every constant is a public field", e);
        }
    }
}
