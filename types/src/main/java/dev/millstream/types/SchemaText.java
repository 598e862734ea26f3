package dev.millstream.types;

import java.util.Locale;
import java.util.stream.Collectors;

/** Schemas for people. */
final class SchemaText {
    private SchemaText() {}

    static String describe(Schema schema) {
        return schema.types().stream()
                .filter(type -> !type.members().isEmpty())
                .map(type -> describe(schema, type))
                .collect(Collectors.joining("; ", schema.className() + ": ", ""));
    }

    static String describe(Schema schema, Schema.TypeNode type) {
        String members =
                type.members().stream()
                        .map(member ->
                                schema.types().get(member.type()).name() + " " + member.name())
                        .collect(Collectors.joining(", ", "(", ")"));
        return type.kind().name().toLowerCase(Locale.ROOT) + " " + type.name() + members;
    }
}
