package dev.millstream.streaming.api.functions.sink.v2;

import dev.millstream.api.connector.sink2.SinkWriter;
import java.io.PrintStream;

/** Prints each record on a line, at once. */
final class PrintWriter<T> implements SinkWriter<T> {
    private final String prefix;
    private final PrintStream stream;

    PrintWriter(String prefix, PrintStream stream) {
        this.prefix = prefix;
        this.stream = stream;
    }

    @Override
    public void write(T element, Context context) {
        stream.println(prefix + element);
    }

    @Override
    public void flush(boolean endOfInput) {
        stream.flush();
    }

    /** The stream is the process's. */
    @Override
    public void close() {}
}
