package dev.millstream.engine.window;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of programs that use event time without saying what it is. */
public final class MissingTime {
    private static final Logger LOG = LoggerFactory.getLogger(MissingTime.class);
    private static final long PATIENCE_MS = 30_000;

    private final OperatorContext context;
    private final LongSupplier watermark;
    private boolean watched;

    /**
     * @param watermark the operator's last one
     */
    public MissingTime(OperatorContext context, LongSupplier watermark) {
        this.context = context;
        this.watermark = watermark;
    }

    /** What to throw when a record has no timestamp. */
    public TaskException noTimestamp() {
        return context.permanentFailure(
                "has got a record without a timestamp, which event time needs. Give the source a"
                    + " watermark strategy with a timestamp assigner, such as"
                    + " WatermarkStrategy.<Event>forBoundedOutOfOrderness(Duration.ofSeconds(5)).withTimestampAssigner((event,"
                    + " before) -> event.time()), or call assignTimestampsAndWatermarks before"
                    + " keyBy, or use windows of processing time.",
                null);
    }

    /** To be called with the first records: warns if no watermark has come a while after. */
    public void watch() {
        if (!watched) {
            watched = true;
            var _ = context.scope().deadlines().schedule(PATIENCE_MS, this::warn);
        }
    }

    private void warn() {
        if (watermark.getAsLong() == Output.NO_TIMESTAMP) {
            LOG.warn(
                    "{} has got records for {} s, but no watermark, so that it has emitted nothing:"
                        + " give each of its sources a watermark strategy (other than"
                        + " noWatermarks()), or call assignTimestampsAndWatermarks before keyBy.",
                    context.location(),
                    PATIENCE_MS / 1000);
        }
    }
}
