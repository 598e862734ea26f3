package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.machine.LocalHub;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.service.EchoGateway.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same on real threads: what only they can break. */
class RealThreadsTest {
    private static final int CALLERS = 4;
    private static final int CALLS = 2_000;

    private final LocalHub hub = new LocalHub();
    private final MachinePlatform serverPlatform = MachinePlatform.among(hub, "server");
    private final MachinePlatform clientPlatform = MachinePlatform.among(hub, "client");
    private final RpcService server = start(serverPlatform);
    private final RpcService client = start(clientPlatform);

    @AfterEach
    void end() {
        await(client.shutdown());
        await(server.shutdown());
        assertThat(serverPlatform.usage().timers()).isZero();
        assertThat(clientPlatform.usage().timers()).isZero();
        clientPlatform.close();
        serverPlatform.close();
    }

    @Test
    void shouldAnswerManyCallersInTheOrderOfEach() {
        EndpointHandle<EchoEndpoint> echo =
                server.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            RpcService service = i % 2 == 0 ? client : server;
            EchoGateway gateway = await(service.connect(echo.address(), EchoGateway.class));
            CompletableFuture<Void> done = new CompletableFuture<>();
            callers.add(done);
            Thread.ofPlatform().start(() -> call(gateway, caller, done));
        }
        callers.forEach(RealThreadsTest::await);
        List<String> notes = await(echo.gateway(EchoGateway.class).notes());
        for (int i = 0; i < CALLERS; i++) {
            String prefix = i + ":";
            List<String> own = notes.stream().filter(note -> note.startsWith(prefix)).toList();
            assertThat(own).hasSize(CALLS);
            assertThat(own.getFirst()).isEqualTo(prefix + 0);
            assertThat(own.getLast()).isEqualTo(prefix + (CALLS - 1));
        }
    }

    private static void call(EchoGateway gateway, int caller, CompletableFuture<Void> done) {
        try {
            List<CompletableFuture<Note>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                gateway.note(caller + ":" + i);
                answers.add(gateway.echo(new Note(caller + ":" + i, List.of((long) i))));
            }
            for (int i = 0; i < CALLS; i++) {
                assertThat(await(answers.get(i)).text()).isEqualTo(caller + ":" + i);
            }
            done.complete(null);
        } catch (Throwable failure) {
            done.completeExceptionally(failure);
        }
    }

    @Test
    void shouldEndEveryCallWhileEndpointsCrashAndStop() {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            EndpointHandle<EchoEndpoint> echo =
                    server.start(
                            "echo" + round,
                            (context, _) -> new EchoEndpoint(context),
                            Supervision.restart(1));
            EchoGateway near = echo.gateway(EchoGateway.class);
            calls.add(near.longPoll());
            calls.add(near.crash("once (expected)"));
            calls.add(near.longPoll());
            calls.add(client.connect(echo.address(), EchoGateway.class));
            calls.add(near.longPoll());
            var _ = echo.stop();
            calls.add(near.longPoll());
        }
        for (CompletableFuture<?> call : calls) {
            await(call.handle((_, _) -> "ended"));
        }
    }

    private static RpcService start(MachinePlatform platform) {
        return await(
                RpcSystem.remote(
                        platform, new Configuration(), TwoProcesses.ANY, TwoProcesses.catalog()));
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.copy().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
