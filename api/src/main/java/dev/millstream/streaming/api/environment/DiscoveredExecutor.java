package dev.millstream.streaming.api.environment;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.PipelineExecutorFactory;
import dev.millstream.core.execution.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/** Finds an executor on the class path when a program is executed, and not before. */
final class DiscoveredExecutor implements PipelineExecutor {
    private final ClassLoader classLoader;

    DiscoveredExecutor(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        return find(configuration).execute(program, configuration, userClassLoader);
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return find(configuration).explain(program, configuration);
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return find(configuration).explainJson(program, configuration);
    }

    private PipelineExecutor find(Configuration configuration) {
        List<PipelineExecutorFactory> compatible = new ArrayList<>();
        for (PipelineExecutorFactory factory :
                ServiceLoader.load(PipelineExecutorFactory.class, classLoader)) {
            if (factory.isCompatibleWith(configuration)) {
                compatible.add(factory);
            }
        }
        if (compatible.isEmpty()) {
            throw new IllegalStateException(
                    "Nothing on the class path can execute this program. Add the artifact"
                            + " dev.millstream:millstream-cluster to it, or start the program with"
                            + " ./millstream run.");
        }
        if (compatible.size() > 1) {
            throw new IllegalStateException(
                    "Several things on the class path can execute this program: "
                            + compatible.stream().map(PipelineExecutorFactory::getName).toList()
                            + ". Leave only one of them.");
        }
        return compatible.getFirst().getExecutor(configuration);
    }
}
