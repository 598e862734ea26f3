package dev.millstream.cli.config;

import dev.millstream.api.common.serialization.SerializerOptions;
import dev.millstream.client.RestClientOptions;
import dev.millstream.cluster.MiniClusterOptions;
import dev.millstream.cluster.entrypoint.EntrypointOptions;
import dev.millstream.cluster.local.LocalProviderOptions;
import dev.millstream.configuration.OptionCatalog;
import dev.millstream.engine.exchange.ExchangeOptions;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategyOptions;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.rest.RestServerOptions;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.streaming.api.environment.ProgramOptions;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.transport.TransportOptions;
import dev.millstream.transport.tls.TlsOptions;

/** Every option that any component declares. */
public final class KnownOptions {
    private KnownOptions() {}

    /** Their catalog: whatever is not in it is a mistake. */
    public static OptionCatalog catalog() {
        return OptionCatalog.declaredIn(
                ProgramOptions.class,
                SerializerOptions.class,
                MiniClusterOptions.class,
                JobManagerOptions.class,
                RestartStrategyOptions.class,
                TaskManagerOptions.class,
                ExchangeOptions.class,
                RpcOptions.class,
                TransportOptions.class,
                TlsOptions.class,
                RestOptions.class,
                RestClientOptions.class,
                RestServerOptions.class,
                EntrypointOptions.class,
                LocalProviderOptions.class);
    }
}
