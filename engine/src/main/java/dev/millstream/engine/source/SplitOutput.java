package dev.millstream.engine.source;

import dev.millstream.api.connector.source.ReaderOutput;

/** Takes the records of one split, or those of none; passes calls for other splits on. */
interface SplitOutput extends ReaderOutput<Object> {
    /** Lets the generator say how far event time has come. */
    void emitPeriodically();

    /** The split's part in the source's event time. */
    SplitWatermark watermark();
}
