package dev.millstream.engine.sink;

import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.record.RecordEncoder;

/**
 * Keeps records for the client that fetches them; waits while it is slow, and for it at the end.
 */
public final class CollectOperator extends Operator implements SelfIsolating {
    private final CollectBuffers buffers;
    private final String collectId;
    private final ExecutionAttemptID attempt;
    private final CollectBuffer buffer;
    private final RecordEncoder encoder;
    private final dev.millstream.types.Output encoded = new dev.millstream.types.Output();

    public CollectOperator(
            OperatorContext context, CollectBuffers buffers, String collectId, Outputs outputs) {
        super(context, outputs.all());
        TaskScope scope = context.scope();
        this.buffers = buffers;
        this.collectId = collectId;
        this.attempt = scope.facts().task().attempt();
        this.buffer = new CollectBuffer(attempt.attempt(), scope.waiting().thread());
        this.encoder = new RecordEncoder(scope.serializers());
    }

    @Override
    public void open() {
        buffers.open(attempt, collectId, buffer);
    }

    @Override
    public void process(Object value, long timestamp) {
        Bytes record = encode(value);
        while (!buffer.offer(record)) {
            await();
        }
    }

    @Override
    public void endInput() {
        buffer.complete();
    }

    @Override
    public void drain() {
        while (!buffer.isDrained()) {
            await();
        }
    }

    @Override
    public void close() {
        buffers.close(attempt, collectId);
    }

    /** Each record bears its schema, as the client may begin anywhere. */
    private Bytes encode(Object value) {
        encoder.reset();
        encoded.reset();
        try {
            encoder.encode(value, encoded);
        } catch (UnsupportedTypeException e) {
            throw context().permanentFailure("has a result that can't be sent to the client.", e);
        }
        return Bytes.owning(encoded.toByteArray());
    }

    private void await() {
        try {
            context().scope().waiting().await(Waiting.FOREVER);
        } catch (InterruptedException e) {
            throw context().interrupted(e);
        }
    }
}
