package dev.millstream.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.streaming.api.functions.sink.v2.PrintSink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuiltInSinkTest {
    private static final SinkWriter.Context CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return Long.MIN_VALUE;
                }

                @Override
                public @Nullable Long timestamp() {
                    return null;
                }
            };

    @SuppressWarnings("try") // a writer's close() may throw anything
    private static String printed(Sink<String> sink, int subtask, int parallelism)
            throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
        try (SinkWriter<String> writer =
                sink.createWriter(new FakeTask.Writing(subtask, parallelism))) {
            writer.write("value", CONTEXT);
            writer.flush(true);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return "out: "
                + toOut.toString(StandardCharsets.UTF_8).strip()
                + ", err: "
                + toErr.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void shouldPrintTheRecordAlone() throws Exception {
        assertThat(printed(new PrintSink<>(), 0, 1)).isEqualTo("out: value, err: ");
    }

    @Test
    void shouldPrintTheSubtaskWhenThereAreSeveral() throws Exception {
        assertThat(printed(new PrintSink<>(), 1, 2)).isEqualTo("out: 2> value, err: ");
    }

    @Test
    void shouldPrintTheIdentifier() throws Exception {
        assertThat(printed(new PrintSink<>("id"), 0, 1)).isEqualTo("out: id> value, err: ");
        assertThat(printed(new PrintSink<>("id"), 2, 4)).isEqualTo("out: id:3> value, err: ");
    }

    @Test
    void shouldPrintOnTheStandardError() throws Exception {
        assertThat(printed(new PrintSink<>(true), 0, 1)).isEqualTo("out: , err: value");
        assertThat(printed(new PrintSink<>("id", true), 0, 1)).isEqualTo("out: , err: id> value");
    }

    @Test
    void shouldDiscardWithoutATrace() throws Exception {
        assertThat(printed(new DiscardingSink<>(), 0, 1)).isEqualTo("out: , err: ");
    }
}
