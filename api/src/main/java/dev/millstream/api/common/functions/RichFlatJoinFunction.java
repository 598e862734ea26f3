package dev.millstream.api.common.functions;

/** A {@link FlatJoinFunction} with a life cycle. */
public abstract class RichFlatJoinFunction<IN1, IN2, OUT> extends AbstractRichFunction
        implements FlatJoinFunction<IN1, IN2, OUT> {
    private static final long serialVersionUID = 1L;
}
