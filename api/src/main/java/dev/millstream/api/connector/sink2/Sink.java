package dev.millstream.api.connector.sink2;

import java.io.IOException;
import java.io.Serializable;

/** A sink: makes a writer in each of its subtasks. */
public interface Sink<InputT> extends Serializable {
    /** A new writer. */
    SinkWriter<InputT> createWriter(WriterInitContext context) throws IOException;
}
