package dev.millstream.rest.jar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.millstream.rest.route.RestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a jar is to be run, as the body of the request says.
 *
 * @param entryClass with the main method; empty: as the manifest says
 * @param parallelism at least 1
 */
record RunRequest(
        Optional<String> entryClass,
        List<String> arguments,
        Optional<Integer> parallelism,
        Map<String, String> configuration) {
    static final int MAX_BYTES = 1 << 20;

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * Reads a body. An empty one asks for nothing special.
     *
     * @throws RestException if it is no such request
     */
    static RunRequest parse(byte[] body) throws IOException {
        Fields fields = new Fields();
        if (body.length > 0) {
            try (JsonParser parser = FACTORY.createParser(body)) {
                fields.read(parser);
            } catch (JsonProcessingException e) {
                throw RestException.badRequest(
                        "The body is no JSON that can be read: " + e.getOriginalMessage());
            }
        }
        return new RunRequest(
                fields.entryClass, fields.arguments, fields.parallelism, fields.configuration);
    }

    /** Collects the fields of one body. */
    private static final class Fields {
        private Optional<String> entryClass = Optional.empty();
        private List<String> arguments = List.of();
        private Optional<Integer> parallelism = Optional.empty();
        private final Map<String, String> configuration = new TreeMap<>();

        void read(JsonParser parser) throws IOException {
            require(parser.nextToken() == JsonToken.START_OBJECT, "The body must be an object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    field(name, parser);
                }
            }
            require(parser.nextToken() == null, "The body must be one object only");
        }

        private void field(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "entryClass" -> entryClass = Optional.of(text(name, parser));
                case "programArgs" -> arguments = ArgumentText.split(text(name, parser));
                case "programArgsList" -> arguments = texts(name, parser);
                case "parallelism" -> parallelism = Optional.of(count(name, parser));
                case "configuration" -> options(name, parser);
                default ->
                        throw RestException.badRequest(
                                "The body has the field '"
                                        + shortened(name)
                                        + "', which is not known here; known are entryClass,"
                                        + " programArgs, programArgsList, parallelism and"
                                        + " configuration");
            }
        }

        private static String text(String name, JsonParser parser) throws IOException {
            require(
                    parser.currentToken() == JsonToken.VALUE_STRING,
                    "The field '" + name + "' must be a text");
            return parser.getText();
        }

        private static List<String> texts(String name, JsonParser parser) throws IOException {
            require(
                    parser.currentToken() == JsonToken.START_ARRAY,
                    "The field '" + name + "' must be an array of texts");
            List<String> texts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                texts.add(text(name, parser));
            }
            return texts;
        }

        private static int count(String name, JsonParser parser) throws IOException {
            require(
                    parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                            && parser.getLongValue() >= 1
                            && parser.getLongValue() <= Short.MAX_VALUE + 1,
                    "The field '" + name + "' must be a number from 1 to 32768");
            return (int) parser.getLongValue();
        }

        private void options(String name, JsonParser parser) throws IOException {
            require(
                    parser.currentToken() == JsonToken.START_OBJECT,
                    "The field '" + name + "' must be an object of texts");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                require(
                        parser.nextToken().isScalarValue(),
                        "The option '" + shortened(key) + "' must be a text");
                configuration.put(key, parser.getText());
            }
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "...";
        }

        private static void require(boolean condition, String problem) {
            if (!condition) {
                throw RestException.badRequest(problem);
            }
        }
    }
}
