package dev.millstream.api.common.serialization;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** Writes records one after the other, such as lines of text. */
@FunctionalInterface
public interface Encoder<IN> extends Serializable {
    /**
     * Writes one record, with whatever separates it from the next. The stream is buffered; it is
     * not closed here.
     */
    void encode(IN element, OutputStream stream) throws IOException;
}
