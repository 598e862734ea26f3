package dev.millstream.engine.batch;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.platform.random.Randomness;
import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.record.RecordEncoder;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory that one operator's grouping may take, and its files. Belongs to the task's thread.
 */
final class Spilling {
    /** Below this, a file would be written for a handful of records. */
    private static final long MIN_MEMORY_BYTES = 64 << 10;

    private final OperatorContext context;
    private final Output measure = new Output();
    private final RecordEncoder measuring;
    private final Set<SpilledPart> parts = new LinkedHashSet<>();

    Spilling(OperatorContext context) {
        this.context = context;
        this.measuring = new RecordEncoder(context.scope().serializers());
    }

    /** A pass that reads what an earlier one has spilled runs after that one's table is emitted. */
    long memoryBytes() {
        return Math.max(MIN_MEMORY_BYTES, context.scope().managedMemoryBytes());
    }

    /** Roughly what a key and a value take; their serialised form is a measure of it. */
    long sizeOf(Object key, Object value) {
        measure.reset();
        try {
            measuring.encode(key, measure);
            measuring.encode(value, measure);
        } catch (UnsupportedTypeException e) {
            throw unsupported(e);
        }
        return 2L * measure.position();
    }

    SpilledPart newPart() {
        TaskScope scope = context.scope();
        scope.platform().marks().sometimes("batch.spilled");
        Randomness randomness = scope.platform().randomness();
        String path =
                scope.platform().files().scratchDirectory()
                        + "/group-"
                        + HexFormat.of().toHexDigits(randomness.nextLong())
                        + HexFormat.of().toHexDigits(randomness.nextLong());
        SpilledPart part = new SpilledPart(this, scope, path);
        parts.add(part);
        return part;
    }

    void delete(SpilledPart part) {
        parts.remove(part);
        try {
            part.delete();
        } catch (IOException e) {
            throw failed("delete", e);
        }
    }

    RuntimeException failed(String what, IOException cause) {
        return context.retryableFailure(
                "can't " + what + " a file of spilled records in the scratch folder.", cause);
    }

    RuntimeException unsupported(UnsupportedTypeException cause) {
        return context.permanentFailure(
                "has a record that can't be spilled, as it can't be serialised.", cause);
    }

    /** Deletes what is left. */
    void close() {
        for (SpilledPart part : List.copyOf(parts)) {
            delete(part);
        }
    }
}
