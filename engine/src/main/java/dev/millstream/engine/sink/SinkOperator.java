package dev.millstream.engine.sink;

import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterAttempt;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.ExecutionAttemptID;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Gives records to a sink's writer. */
public final class SinkOperator extends Operator implements SelfIsolating, SinkWriter.Context {
    private final String id;
    private final Sink<Object> sink;
    private final Isolation isolation;
    private @Nullable SinkWriter<Object> writer;
    private long timestamp = Output.NO_TIMESTAMP;

    /**
     * @param id the operator's
     */
    public SinkOperator(
            OperatorContext context,
            String id,
            Sink<Object> sink,
            Isolation isolation,
            Outputs outputs) {
        super(context, outputs.all());
        this.id = id;
        this.sink = sink;
        this.isolation = isolation;
    }

    @Override
    public void open() {
        try {
            writer = sink.createWriter(new InitContext(context(), id));
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void process(Object value, long recordTimestamp) {
        timestamp = recordTimestamp;
        try {
            writer().write(isolated(value), this);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    /** {@link Isolation#of}, here so that it has this sink's profile alone. */
    private Object isolated(Object value) {
        return value == null || isolation.copying(value.getClass()) == null
                ? value
                : isolation.copy(value);
    }

    @Override
    public void watermark(long watermark) {
        super.watermark(watermark);
        try {
            writer().writeWatermark(new Watermark(watermark));
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void endInput() {
        try {
            writer().flush(true);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void close() {
        SinkWriter<Object> open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context().userFailure(t);
            }
        }
    }

    @Override
    public long currentWatermark() {
        return lastWatermark();
    }

    @Override
    public @Nullable Long timestamp() {
        return timestamp == Output.NO_TIMESTAMP ? null : timestamp;
    }

    private SinkWriter<Object> writer() {
        SinkWriter<Object> open = writer;
        if (open == null) {
            throw new IllegalStateException("The sink's writer is not open");
        }
        return open;
    }

    /** What a writer is told when it is made. */
    private record InitContext(OperatorContext context, String operatorId)
            implements WriterInitContext {
        @Override
        public WriterAttempt attempt() {
            ExecutionAttemptID id = scope().facts().task().attempt();
            return new WriterAttempt(id.leader(), id.incarnation(), id.attempt());
        }

        @Override
        public Cancellable schedule(long delayMs, Runnable action) {
            return scope().deadlines().schedule(delayMs, () -> run(action));
        }

        private void run(Runnable action) {
            try {
                action.run();
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }

        private TaskScope scope() {
            return context.scope();
        }

        @Override
        public ClassLoader getUserCodeClassLoader() {
            return scope().userClassLoader();
        }

        @Override
        public boolean isObjectReuseEnabled() {
            return scope().runtime().isObjectReuseEnabled();
        }

        @Override
        public Platform platform() {
            return scope().platform();
        }

        @Override
        public OptionalLong getRestoredCheckpointId() {
            return OptionalLong.empty();
        }

        @Override
        public JobInfo getJobInfo() {
            return scope().facts();
        }

        @Override
        public TaskInfo getTaskInfo() {
            return scope().facts();
        }
    }
}
