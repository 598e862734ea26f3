package dev.millstream.engine.window;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of records that come too late: they go to a side output, or are counted. */
public final class LateRecords {
    /** The accumulator that counts those of a job that were dropped. */
    public static final String DROPPED = "numLateRecordsDropped";

    private static final Logger LOG = LoggerFactory.getLogger(LateRecords.class);

    private final OperatorContext context;
    private final @Nullable OutputTag<?> tag;
    private final @Nullable Output side;
    private long dropped;
    private long nextWarning = 1;

    /**
     * @param tag names the side output for them; null: they are dropped
     */
    public LateRecords(OperatorContext context, @Nullable OutputTag<?> tag, Outputs outputs) {
        this.context = context;
        this.tag = tag;
        this.side = tag == null ? null : outputs.sides().get(tag.getId());
    }

    /** A record has come too late. */
    public void late(Object value, long timestamp, long watermark) {
        if (tag == null) {
            drop(1, timestamp, watermark);
        } else if (side != null) {
            side.process(value, timestamp);
        }
    }

    /** Records have come too late that can't be told apart any more. */
    public void drop(int records, long timestamp, long watermark) {
        dropped += records;
        context.scope().runtime().getLongCounter(DROPPED).add((long) records);
        if (dropped >= nextWarning) {
            nextWarning = Math.multiplyExact(dropped, 10);
            LOG.warn(
                    "{} has dropped {} late records so far; the last one's timestamp was {}, when"
                            + " the watermark was at {}. To keep such records raise the"
                            + " out-of-orderness of the watermark strategy or the windows' allowed"
                            + " lateness, or read them by sideOutputLateData.",
                    context.location(),
                    dropped,
                    timestamp,
                    watermark);
        }
    }
}
