package dev.millstream.types;

import java.util.List;

/**
 * A schema with what writes and reads its types here.
 *
 * @param serializers one for each type of the schema, in its order
 */
public record SchemaParts(Schema schema, List<Serializer<?>> serializers) {
    public SchemaParts {
        serializers = List.copyOf(serializers);
    }
}
