package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeathWatchTest {
    private final TwoProcesses two = new TwoProcesses(new Configuration(), new Configuration());
    private final List<String> terminated = new ArrayList<>();

    private Cancellable watch(RpcService from, String address) {
        Cancellable watch = from.watch(address, Runnable::run, terminated::add);
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
    void shouldTellAtOnceOfAnEndpointThatIsNotThere() {
        watch(two.server, two.server.address("missing"));
        watch(two.client, two.server.address("missing"));
        watch(two.client, "millstream://127.0.0.1:1/user/x");
        watch(two.client, "nonsense");
        assertThat(terminated)
                .containsExactly(
                        two.server.address("missing"),
                        two.server.address("missing"),
                        "millstream://127.0.0.1:1/user/x",
                        "nonsense");
    }

    @Test
    void shouldNotTellOfARestart() {
        EndpointHandle<EchoEndpoint> phoenix =
                two.server.start(
                        "phoenix",
                        (context, _) -> new EchoEndpoint(context),
                        Supervision.restart(1));
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
        two.client.watch(two.echo.address(), given::add, terminated::add);
        two.world.run();
        two.world.get(two.echo.stop());
        assertThat(terminated).isEmpty();
        given.forEach(Runnable::run);
        assertThat(terminated).containsExactly(two.echo.address());
    }
}
