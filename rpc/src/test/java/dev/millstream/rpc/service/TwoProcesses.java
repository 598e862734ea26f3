package dev.millstream.rpc.service;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.rpc.codec.GatewayCatalog;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.manual.ManualPlatform;
import dev.millstream.rpc.manual.ManualWorld;
import dev.millstream.types.serialization.Serializers;

/** Two linked processes in one world: one serves an endpoint called echo, the other calls it. */
final class TwoProcesses {
    static final Address ANY = new Address("127.0.0.1", 0);

    final ManualWorld world = new ManualWorld();
    final ManualPlatform serverPlatform = world.process("server");
    final ManualPlatform clientPlatform = world.process("client");
    final RpcService server;
    final RpcService client;
    final EndpointHandle<EchoEndpoint> echo;

    TwoProcesses(Configuration ofServer, Configuration ofClient) {
        server = start(serverPlatform, ofServer, ANY);
        client = start(clientPlatform, ofClient, ANY);
        echo = server.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        world.run();
    }

    RpcService start(ManualPlatform platform, Configuration configuration, Address listen) {
        return world.get(RpcSystem.remote(platform, configuration, listen, catalog()));
    }

    /** A gateway of the client's to the server's endpoint. */
    EchoGateway connected() {
        return world.get(client.connect(echo.address(), EchoGateway.class));
    }

    /** Where a service listens. */
    static Address listening(RpcService service) {
        String process = service.address("x").replaceAll("millstream://|/user/x", "");
        int colon = process.lastIndexOf(':');
        return new Address(
                process.substring(0, colon), Integer.parseInt(process.substring(colon + 1)));
    }

    static GatewayCatalog catalog() {
        return GatewayCatalog.builder(new Serializers(TwoProcesses.class.getClassLoader()))
                .gateway(1, EchoGateway.class)
                .build();
    }
}
