package dev.millstream.engine.join;

import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.HashedSecondInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.streaming.api.datastream.CoGroupedStreams.TaggedUnion;

/** Tags the records of two inputs for an operator of windows that takes both. */
public final class PairOperator extends Operator
        implements SelfIsolating, HashedInput, HashedSecondInput {
    private final Isolation isolation;
    private final Operator windows;
    private final Output unhashed;
    private final HashedInput hashed;

    /**
     * @param windows its {@link Output} and {@link HashedInput} take {@link TaggedUnion}s
     */
    public PairOperator(
            OperatorContext context, Isolation isolation, Operator windows, Outputs outputs) {
        super(context, outputs.all());
        this.isolation = isolation;
        this.windows = windows;
        this.unhashed = (Output) windows;
        this.hashed = (HashedInput) windows;
    }

    @Override
    public void open() {
        windows.open();
    }

    @Override
    public void process(Object value, long timestamp) {
        unhashed.process(TaggedUnion.one(isolation.of(value)), timestamp);
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        unhashed.process(TaggedUnion.two(isolation.of(value)), timestamp);
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        hashed.processHashed(TaggedUnion.one(value), timestamp, keyHash);
    }

    @Override
    public void processSecondHashed(Object value, long timestamp, int keyHash) {
        hashed.processHashed(TaggedUnion.two(value), timestamp, keyHash);
    }

    @Override
    public void watermark(long timestamp) {
        windows.watermark(timestamp);
    }

    @Override
    public void watermarkStatus(boolean idle) {
        windows.watermarkStatus(idle);
    }

    @Override
    public void close() {
        windows.close();
    }
}
