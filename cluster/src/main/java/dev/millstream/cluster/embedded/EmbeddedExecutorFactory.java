package dev.millstream.cluster.embedded;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.PipelineExecutorFactory;

/** Executes programs in their own process, unless a cluster's address is configured. */
public final class EmbeddedExecutorFactory implements PipelineExecutorFactory {
    private static final String REMOTE_KEY = "rest.address";

    @Override
    public String getName() {
        return "embedded";
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return !configuration.toMap().containsKey(REMOTE_KEY);
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return new EmbeddedExecutor();
    }
}
