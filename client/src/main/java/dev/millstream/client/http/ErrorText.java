package dev.millstream.client.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads what a refusal says: {@code {"errors": ["..."]}}. */
final class ErrorText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ErrorText() {}

    /** The first error; if there is none, what the status says. */
    static String of(int status, byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            boolean errors = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    errors = parser.currentName().equals("errors");
                } else if (token == JsonToken.VALUE_STRING && errors) {
                    return parser.getText();
                }
            }
        } catch (IOException e) {
            // Something else than a JobManager has answered; the status is all there is.
        }
        return "The server has answered with HTTP status "
                + status
                + " and without a reason; is it a JobManager?";
    }
}
