package dev.millstream.cli.remote;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A JSON object that was received. JSON is YAML, of which the command line has a parser.
 *
 * @param fields by name; whatever was received
 */
public record Json(Map<?, ?> fields) {
    private static final int MAX_CHARACTERS = 64 << 20;

    /** Reads a text; one that holds no object counts as an empty one. */
    public static Json parse(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();
            return of(new Load(settings).loadFromString(text));
        } catch (YamlEngineException e) {
            return new Json(Map.of());
        }
    }

    private static Json of(@Nullable Object value) {
        return new Json(value instanceof Map<?, ?> map ? map : Map.of());
    }

    /** A field as text; empty when it is missing. */
    public String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /** A field as a number; 0 when it isn't one. */
    public long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** A field that is an object. */
    public Json object(String name) {
        return of(fields.get(name));
    }

    /** A field that is a list of objects. */
    public List<Json> objects(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(Json::of).toList()
                : List.of();
    }
}
