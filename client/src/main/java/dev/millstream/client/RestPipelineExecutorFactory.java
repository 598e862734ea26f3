package dev.millstream.client;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.PipelineExecutorFactory;
import dev.millstream.protocol.rest.RestOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes programs on the cluster whose address is configured. */
public final class RestPipelineExecutorFactory implements PipelineExecutorFactory {
    @Override
    public String getName() {
        return "remote";
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return configuration.contains(RestOptions.ADDRESS);
    }

    /** Its client lives as long as the process, as the program's jobs may: all daemons. */
    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return new RestPipelineExecutor(new OneClient(configuration), Optional.empty());
    }

    /** Makes the client when it is first needed. */
    private static final class OneClient implements Supplier<RestClusterClient> {
        private final Configuration configuration;
        private @Nullable RestClusterClient client;

        OneClient(Configuration configuration) {
            this.configuration = new Configuration(configuration);
        }

        @Override
        public synchronized RestClusterClient get() {
            RestClusterClient known = client;
            if (known == null) {
                known = RestClusterClient.of(configuration);
                client = known;
            }
            return known;
        }
    }
}
