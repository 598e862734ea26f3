package dev.millstream.streaming.api.environment;

import dev.millstream.api.common.serialization.SerializerConfig;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.fallback.FallbackUse;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;

/** Finds the types of a program that the fallback would write, before there is any record. */
final class TypeHints {
    private TypeHints() {}

    /** A sentence or two for each class, naming the operator that emits it. */
    static List<String> of(
            List<OperatorTransformation<?>> operators,
            SerializerConfig config,
            ClassLoader classLoader) {
        List<FallbackUse> uses = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        Serializers serializers = config.serializers(classLoader, uses::add);
        for (OperatorTransformation<?> operator : operators) {
            operator.getOutputType()
                    .type()
                    .ifPresent(type -> {
                        try {
                            serializers.of(type);
                        } catch (UnsupportedTypeException | IllegalArgumentException atRunTime) {
                            // An error only if such a value is ever sent or copied.
                        }
                    });
            uses.forEach(use -> hints.add("Operator " + operator + ": " + use.hint()));
            uses.clear();
        }
        return hints;
    }
}
