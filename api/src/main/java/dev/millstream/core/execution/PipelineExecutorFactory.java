package dev.millstream.core.execution;

import dev.millstream.configuration.Configuration;

/** Makes what executes programs. Found by {@link java.util.ServiceLoader}. */
public interface PipelineExecutorFactory {
    /** For people, such as {@code embedded}. */
    String getName();

    /** Whether it executes programs with this configuration; exactly one factory should. */
    boolean isCompatibleWith(Configuration configuration);

    /** An executor. Cheap: what it needs starts with the first program. */
    PipelineExecutor getExecutor(Configuration configuration);
}
