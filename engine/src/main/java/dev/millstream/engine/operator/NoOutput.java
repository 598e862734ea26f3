package dev.millstream.engine.operator;

/** For an output that nobody reads. */
public final class NoOutput implements Output {
    public static final NoOutput INSTANCE = new NoOutput();

    private NoOutput() {}

    @Override
    public void process(Object value, long timestamp) {}

    @Override
    public void watermark(long timestamp) {}

    @Override
    public void watermarkStatus(boolean idle) {}
}
