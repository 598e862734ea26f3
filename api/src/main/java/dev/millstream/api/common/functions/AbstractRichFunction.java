package dev.millstream.api.common.functions;

import org.jspecify.annotations.Nullable;

/** Keeps the runtime context, and does nothing on {@link #open} and {@link #close}. */
public abstract class AbstractRichFunction implements RichFunction {
    private static final long serialVersionUID = 1L;

    /** Null until a task has set it; belongs to one task, so it does not travel. */
    private transient @Nullable RuntimeContext runtimeContext;

    @Override
    public void setRuntimeContext(RuntimeContext context) {
        runtimeContext = context;
    }

    @Override
    public RuntimeContext getRuntimeContext() {
        RuntimeContext context = runtimeContext;
        if (context == null) {
            throw new IllegalStateException(
                    "The runtime context of "
                            + getClass().getName()
                            + " is there from open() on, when the function runs in a task; it was"
                            + " asked for before. Move the call to open() or later.");
        }
        return context;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {}

    @Override
    public void close() throws Exception {}
}
