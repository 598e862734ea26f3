package dev.millstream.streaming.api.functions.windowing;

import dev.millstream.api.common.functions.AbstractRichFunction;
import dev.millstream.streaming.api.windowing.windows.Window;

/** An {@link AllWindowFunction} with a life cycle. */
public abstract class RichAllWindowFunction<IN, OUT, W extends Window> extends AbstractRichFunction
        implements AllWindowFunction<IN, OUT, W> {
    private static final long serialVersionUID = 1L;
}
