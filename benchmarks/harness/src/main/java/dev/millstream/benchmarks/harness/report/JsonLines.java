package dev.millstream.benchmarks.harness.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millstream.benchmarks.harness.result.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Samples as JSON objects, one a line. */
public final class JsonLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonLines() {}

    /** One line. */
    public static String write(Sample sample) {
        try {
            return MAPPER.writeValueAsString(sample);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sample can't be written: " + sample, e);
        }
    }

    /**
     * The samples of a file.
     *
     * @throws IOException if it can't be read or is no such file
     */
    public static List<Sample> read(Path file) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                samples.add(MAPPER.readValue(line, Sample.class));
            }
        }
        return samples;
    }
}
