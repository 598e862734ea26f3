package dev.millstream.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An object that is being written. For one thread, until the call that it was passed to ends. */
public final class JsonObject {
    private final JsonGenerator generator;

    private JsonObject(JsonGenerator generator) {
        this.generator = generator;
    }

    static void write(JsonGenerator generator, Consumer<JsonObject> content) throws IOException {
        generator.writeStartObject();
        content.accept(new JsonObject(generator));
        generator.writeEndObject();
    }

    public JsonObject put(String name, String value) {
        return field(name, () -> generator.writeString(value));
    }

    public JsonObject put(String name, long value) {
        return field(name, () -> generator.writeNumber(value));
    }

    public JsonObject put(String name, double value) {
        return field(name, () -> generator.writeNumber(value));
    }

    public JsonObject put(String name, boolean value) {
        return field(name, () -> generator.writeBoolean(value));
    }

    public JsonObject putNull(String name) {
        return field(name, generator::writeNull);
    }

    /** Text that is JSON already. */
    public JsonObject putJson(String name, String json) {
        return field(name, () -> generator.writeRawValue(json));
    }

    public JsonObject object(String name, Consumer<JsonObject> content) {
        return field(name, () -> write(generator, content));
    }

    /** An object of texts. */
    public JsonObject texts(String name, Map<String, String> values) {
        return object(name, it -> values.forEach(it::put));
    }

    /** An array of texts. */
    public JsonObject texts(String name, Iterable<String> values) {
        return array(
                name,
                () -> {
                    for (String value : values) {
                        generator.writeString(value);
                    }
                });
    }

    /** An array of objects. */
    public <T> JsonObject objects(
            String name, Iterable<T> values, BiConsumer<JsonObject, T> content) {
        return array(
                name,
                () -> {
                    for (T value : values) {
                        write(generator, it -> content.accept(it, value));
                    }
                });
    }

    private JsonObject array(String name, Writing content) {
        return field(
                name,
                () -> {
                    generator.writeStartArray();
                    content.write();
                    generator.writeEndArray();
                });
    }

    private JsonObject field(String name, Writing value) {
        try {
            generator.writeFieldName(name);
            value.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
