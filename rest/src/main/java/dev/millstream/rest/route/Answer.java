package dev.millstream.rest.route;

import dev.millstream.protocol.rest.RecordBody;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.rest.json.Json;
import dev.millstream.rest.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What goes back.
 *
 * @param contentType empty when there is no body
 * @param body closed by who sends it
 * @param cacheable whether browsers may keep it for some minutes
 * @param headers further ones, by name
 */
public record Answer(
        int status,
        String contentType,
        InputStream body,
        boolean cacheable,
        Map<String, String> headers) {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int PARTIAL_CONTENT = 206;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An object in JSON. */
    public static Answer json(Consumer<JsonObject> content) {
        return json(OK, content);
    }

    /** An object in JSON, with another status than 200. */
    public static Answer json(int status, Consumer<JsonObject> content) {
        return jsonText(status, Json.object(content));
    }

    /** An array of objects in JSON. */
    public static <T> Answer jsonArray(Iterable<T> values, BiConsumer<JsonObject, T> content) {
        return jsonText(OK, Json.array(values, content));
    }

    private static Answer jsonText(int status, byte[] text) {
        return of(status, "application/json; charset=utf-8", text);
    }

    /** A record for our own client. */
    public static <T> Answer record(Class<T> type, T value) {
        return of(OK, RestProtocol.RECORD_TYPE, RecordBody.write(type, value));
    }

    public static Answer nothing() {
        return of(NO_CONTENT, "", new byte[0]);
    }

    /** Plain text. */
    public static Answer text(InputStream text) {
        return new Answer(OK, TEXT, text, false, Map.of("Accept-Ranges", "bytes"));
    }

    /**
     * A part of plain text.
     *
     * @param range which part, as for the header {@code Content-Range}
     */
    public static Answer partOfText(InputStream part, String range) {
        return new Answer(PARTIAL_CONTENT, TEXT, part, false, Map.of("Content-Range", range));
    }

    /** A static file of the page. */
    public static Answer file(String contentType, byte[] content) {
        return new Answer(OK, contentType, new ByteArrayInputStream(content), true, Map.of());
    }

    private static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, new ByteArrayInputStream(body), false, Map.of());
    }
}
