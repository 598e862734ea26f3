package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.gateway.RpcGateway;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeathWatchTest {
    private final TwoProcesses two = new TwoProcesses(new Configuration(), new Configuration());
    private final List<String> terminated = new ArrayList<>();

    private Cancellable watch(RpcService from, String address) {
        return watch(from, two.world.get(from.connect(address, EchoGateway.class)));
    }

    private Cancellable watch(RpcService from, EchoGateway gateway) {
        Cancellable watch = from.watch(gateway, Runnable::run, terminated::add);
        two.world.run();
        return watch;
    }

    @Test
    void shouldTellOfAnEndpointThatEndsOnce() {
        watch(two.server, two.echo.address());
        watch(two.client, two.echo.address());
        assertThat(terminated).isEmpty();
        two.world.get(two.echo.stop());
        assertThat(terminated).containsExactly(two.echo.address(), two.echo.address());
        two.world.get(two.server.shutdown());
        assertThat(terminated).hasSize(2);
    }

    @Test
    void shouldTellAtOnceOfAnEndpointThatHasEndedBeforeTheWatch() {
        EchoGateway near = two.world.get(two.server.connect(two.echo.address(), EchoGateway.class));
        EchoGateway far = two.connected();
        two.world.get(two.echo.stop());
        watch(two.server, near);
        watch(two.client, far);
        assertThat(terminated).containsExactly(two.echo.address(), two.echo.address());
    }

    @Test
    void shouldTellOfAnEndpointWhoseNamesakeWasStartedBeforeTheWatch() {
        EchoGateway near = two.world.get(two.server.connect(two.echo.address(), EchoGateway.class));
        EchoGateway far = two.connected();
        two.world.get(two.echo.stop());
        two.server.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        two.world.run();
        watch(two.server, near);
        watch(two.client, far);
        assertThat(terminated).containsExactly(two.echo.address(), two.echo.address());
        watch(two.client, two.echo.address());
        assertThat(terminated).hasSize(2);
    }

    @Test
    void shouldTellOfALinkThatHasBrokenBeforeTheWatchThoughThereIsAnother() {
        EchoGateway far = two.connected();
        two.clientPlatform.network().breakLinks();
        two.world.run();
        var _ = two.connected();
        watch(two.client, far);
        assertThat(terminated).containsExactly(two.echo.address());
    }

    @Test
    void shouldWatchTheGatewayOfAHandle() {
        watch(two.server, two.echo.gateway(EchoGateway.class));
        two.world.get(two.echo.stop());
        assertThat(terminated).containsExactly(two.echo.address());
    }

    @Test
    void shouldNotWatchWhatWasNotLookedUp() {
        RpcGateway strange = new RpcGateway() {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.server.watch(strange, Runnable::run, terminated::add));
    }

    @Test
    void shouldNotTellOfARestart() {
        EndpointHandle<EchoEndpoint> phoenix =
                two.server.start(
                        "phoenix",
                        (context, _) -> new EchoEndpoint(context),
                        Supervision.restart(1));
        two.world.run();
        watch(two.server, phoenix.address());
        watch(two.client, phoenix.address());
        EchoGateway gateway = phoenix.gateway(EchoGateway.class);
        var _ = gateway.crash("first");
        two.world.run();
        assertThat(terminated).isEmpty();
        var _ = gateway.crash("last");
        two.world.run();
        assertThat(terminated).containsExactly(phoenix.address(), phoenix.address());
    }

    @Test
    void shouldNotTellWhoNoLongerWatches() {
        watch(two.server, two.echo.address()).cancel();
        watch(two.client, two.echo.address()).cancel();
        two.world.get(two.echo.stop());
        two.serverPlatform.kill();
        two.world.advance(60_000);
        assertThat(terminated).isEmpty();
    }

    @Test
    void shouldTellWhenTheProcessIsKilled() {
        watch(two.client, two.echo.address());
        two.serverPlatform.kill();
        two.world.run();
        assertThat(terminated).containsExactly(two.echo.address());
    }

    @Test
    void shouldTellWhenTheProcessIsSilentForTooLong() {
        watch(two.client, two.echo.address());
        two.world.advance(100_000);
        two.serverPlatform.network().cut();
        two.world.advance(11_000);
        assertThat(terminated).isEmpty();
        two.world.advance(2_000);
        assertThat(terminated).containsExactly(two.echo.address());
    }

    @Test
    void shouldTellOfAProcessThatWasReplacedAtItsAddress() {
        watch(two.client, two.echo.address());
        // The cable is cut, so that nothing tells of the old process's end.
        Address address = TwoProcesses.listening(two.server);
        two.serverPlatform.network().cut();
        two.serverPlatform.network().stopListening();
        RpcService replacement =
                two.start(two.world.process("replacement"), new Configuration(), address);
        assertThat(terminated).isEmpty();
        var _ = replacement.connect(two.client.address("x"), EchoGateway.class);
        two.world.run();
        assertThat(terminated).containsExactly(two.echo.address());
    }

    @Test
    void shouldCallBackOnTheGivenExecutor() {
        List<Runnable> given = new ArrayList<>();
        two.client.watch(two.connected(), given::add, terminated::add);
        two.world.run();
        two.world.get(two.echo.stop());
        assertThat(terminated).isEmpty();
        given.forEach(Runnable::run);
        assertThat(terminated).containsExactly(two.echo.address());
    }
}
