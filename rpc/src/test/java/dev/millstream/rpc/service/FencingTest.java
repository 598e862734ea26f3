package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FencingTest {
    private final TwoProcesses two = new TwoProcesses(new Configuration(), new Configuration());
    private final EndpointHandle<EchoEndpoint> fenced =
            two.server.start(
                    "fenced",
                    EndpointFactory.fenced(7, (context, _) -> new EchoEndpoint(context)),
                    Supervision.restart(3));

    private RpcService caller(boolean remote) {
        return remote ? two.client : two.server;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldConnectWithTheRightEpochOnly(boolean remote) {
        CompletableFuture<EchoGateway> right =
                caller(remote).connect(fenced.address(), EchoGateway.class, new Epoch(7, 0));
        CompletableFuture<EchoGateway> wrong =
                caller(remote).connect(fenced.address(), EchoGateway.class, new Epoch(6, 0));
        assertThat(two.world.get(two.world.get(right).notes())).isEmpty();
        Fails.with(FencingException.class, wrong)
                .hasMessage(
                        "The call bears epoch 6.0, but "
                                + fenced.address()
                                + " has epoch 7.0; look it up again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRefuseCallsThatBearTheEpochOfAnEarlierLife(boolean remote) {
        EchoGateway early =
                two.world.get(caller(remote).connect(fenced.address(), EchoGateway.class));
        early.note("in the first life");
        var _ = early.crash("now");
        early.note("not carried out");
        CompletableFuture<List<String>> refused = early.notes();
        two.world.run();
        Fails.with(FencingException.class, refused)
                .hasMessageContaining("epoch 7.0")
                .hasMessageContaining("epoch 7.1")
                .satisfies(failure ->
                        assertThat(((FencingException) failure).expected())
                                .contains(new Epoch(7, 1)));
        EchoGateway next =
                two.world.get(caller(remote).connect(fenced.address(), EchoGateway.class));
        assertThat(two.world.get(next.notes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRefuseAnEpochWhereThereIsNone(boolean remote) {
        CompletableFuture<EchoGateway> wrong =
                caller(remote).connect(two.echo.address(), EchoGateway.class, new Epoch(1, 0));
        two.world.run();
        Fails.with(FencingException.class, wrong).hasMessageContaining("has none");
    }

    @Test
    void shouldLetTheOwnerCallThroughRestarts() {
        EchoGateway own = fenced.gateway(EchoGateway.class);
        var _ = own.crash("now");
        assertThat(two.world.get(own.notes())).isEmpty();
    }
}
