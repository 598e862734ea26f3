package dev.millstream.engine.source;

import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.core.io.InputStatus;
import dev.millstream.engine.specialization.ClassCopies;
import java.util.List;

/** One call of a reader, from a class that calls no other reader. */
interface ReaderPoll {
    InputStatus next() throws Exception;

    static ReaderPoll of(SourceReader<Object, SourceSplit> reader, ReaderOutput<Object> output) {
        return (ReaderPoll)
                ClassCopies.create(OfReader.class, List.of(reader, output), reader, output);
    }

    /** The template. */
    final class OfReader implements ReaderPoll {
        private final SourceReader<Object, SourceSplit> reader;
        private final ReaderOutput<Object> output;

        OfReader(SourceReader<Object, SourceSplit> reader, ReaderOutput<Object> output) {
            this.reader = reader;
            this.output = output;
        }

        @Override
        public InputStatus next() throws Exception {
            return reader.pollNext(output);
        }
    }
}
