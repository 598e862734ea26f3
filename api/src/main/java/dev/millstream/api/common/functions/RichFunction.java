package dev.millstream.api.common.functions;

/**
 * A function with a life cycle: {@link #setRuntimeContext}, {@link #open}, the calls, {@link
 * #close}. All on the task's thread.
 */
public interface RichFunction extends Function {
    /** Called once before the first record. Fields that can't be serialised are set here. */
    void open(OpenContext openContext) throws Exception;

    /** Called once at the end, also when the task failed or {@link #open} did. */
    void close() throws Exception;

    /**
     * Where the function runs.
     *
     * @throws IllegalStateException if the function isn't running in a task
     */
    RuntimeContext getRuntimeContext();

    /** Called by the task, before {@link #open}. */
    void setRuntimeContext(RuntimeContext context);
}
