package dev.millstream.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes JSON texts. Thread-safe. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** An object, in UTF-8. */
    public static byte[] object(Consumer<JsonObject> content) {
        return text(generator -> JsonObject.write(generator, content));
    }

    /** An array of objects, in UTF-8. */
    public static <T> byte[] array(Iterable<T> values, BiConsumer<JsonObject, T> content) {
        return text(generator -> {
            generator.writeStartArray();
            for (T value : values) {
                JsonObject.write(generator, it -> content.accept(it, value));
            }
            generator.writeEndArray();
        });
    }

    private static byte[] text(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            writing.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void write(JsonGenerator generator) throws IOException;
    }

    /** The errors that an answer tells. */
    public static byte[] error(String message) {
        return object(it -> it.texts("errors", List.of(message)));
    }
}
