package dev.millstream.simulation.cluster;

import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.codec.GatewayCatalog;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.types.serialization.Serializers;
import java.util.List;

/** All gateways. */
final class Gateways {
    static final List<Class<? extends RpcGateway>> ALL =
            List.of(
                    DispatcherGateway.class,
                    ResourceManagerGateway.class,
                    JobMasterGateway.class,
                    TaskExecutorGateway.class);

    static final GatewayCatalog CATALOG = catalog();

    private Gateways() {}

    private static GatewayCatalog catalog() {
        GatewayCatalog.Builder builder =
                GatewayCatalog.builder(new Serializers(Gateways.class.getClassLoader()));
        for (int id = 1; id <= ALL.size(); id++) {
            builder.gateway(id, ALL.get(id - 1));
        }
        return builder.build();
    }
}
