package dev.millstream.engine.operator;

import java.util.List;

/** Gives everything to several outputs in turn. */
public final class FanOut implements Output {
    private final Output[] outputs;

    public FanOut(List<Output> outputs) {
        this.outputs = outputs.toArray(Output[]::new);
    }

    @Override
    public void process(Object value, long timestamp) {
        for (Output output : outputs) {
            output.process(value, timestamp);
        }
    }

    @Override
    public void watermark(long timestamp) {
        for (Output output : outputs) {
            output.watermark(timestamp);
        }
    }

    @Override
    public void watermarkStatus(boolean idle) {
        for (Output output : outputs) {
            output.watermarkStatus(idle);
        }
    }
}
