package dev.millstream.protocol.wire;

import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.codec.GatewayCatalog;
import dev.millstream.types.serialization.Serializers;

/** The gateways of the roles, by the ids that they have on the wire. Ids are never reused. */
public final class ProtocolCatalog {
    private static final int DISPATCHER = 1;
    private static final int RESOURCE_MANAGER = 2;
    private static final int JOB_MASTER = 3;
    private static final int TASK_EXECUTOR = 4;

    private ProtocolCatalog() {}

    /** The one catalogue, made on first use. Messages hold no object of a user's class. */
    public static GatewayCatalog get() {
        return Holder.CATALOG;
    }

    private static final class Holder {
        private static final GatewayCatalog CATALOG =
                GatewayCatalog.builder(new Serializers(ProtocolCatalog.class.getClassLoader()))
                        .gateway(DISPATCHER, DispatcherGateway.class)
                        .gateway(RESOURCE_MANAGER, ResourceManagerGateway.class)
                        .gateway(JOB_MASTER, JobMasterGateway.class)
                        .gateway(TASK_EXECUTOR, TaskExecutorGateway.class)
                        .build();
    }
}
