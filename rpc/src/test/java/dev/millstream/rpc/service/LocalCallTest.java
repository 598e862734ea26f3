package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.LookupTimeoutException;
import dev.millstream.rpc.error.MailboxFullException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.manual.ManualPlatform;
import dev.millstream.rpc.manual.ManualWorld;
import dev.millstream.rpc.service.EchoGateway.Note;
import dev.millstream.rpc.trace.RpcTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalCallTest {
    /** A gateway that nobody implements. */
    interface OtherGateway extends RpcGateway {}

    private final ManualWorld world = new ManualWorld();
    private final ManualPlatform platform = world.process("p");
    private final Configuration configuration =
            new Configuration()
                    .set(RpcOptions.ASK_TIMEOUT, Duration.ofSeconds(10))
                    .set(RpcOptions.LOOKUP_TIMEOUT, Duration.ofSeconds(3))
                    .set(RpcOptions.MAILBOX_CAPACITY, 5);
    private final RpcService rpc = RpcSystem.local(platform, configuration);

    private EndpointHandle<EchoEndpoint> start() {
        return rpc.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop());
    }

    private EchoGateway connected() {
        start();
        return world.get(rpc.connect(rpc.address("echo"), EchoGateway.class));
    }

    @Test
    void shouldPassArgumentsAndResultsByReference() {
        Note note = new Note("hello", List.of(1L));
        assertThat(world.get(connected().echo(note))).isSameAs(note);
    }

    @Test
    void shouldRunCallsInTheirOrder() {
        EchoGateway echo = connected();
        echo.note("a");
        echo.note("b");
        CompletableFuture<List<String>> notes = echo.notes();
        echo.note("c");
        assertThat(world.get(notes)).containsExactly("a", "b");
        assertThat(world.get(echo.notes())).containsExactly("a", "b", "c");
    }

    @Test
    void shouldRunNothingOnTheCallersThread() {
        EchoGateway echo = connected();
        assertThat(echo.notes()).isNotDone();
    }

    @Test
    void shouldAnswerCallsMadeThroughTheHandleBeforeTheEndpointExists() {
        EchoGateway echo = start().gateway(EchoGateway.class);
        echo.note("early");
        assertThat(world.get(echo.notes())).containsExactly("early");
    }

    @Test
    void shouldFailACallThatHasNoAnswerInTime() {
        CompletableFuture<String> never = connected().never();
        world.advance(9_999);
        assertThat(never).isNotDone();
        world.advance(1);
        Fails.with(AskTimeoutException.class, never)
                .hasMessage(
                        "No answer to EchoGateway.never from "
                                + rpc.address("echo")
                                + " within 10000 ms (rpc.ask.timeout)");
    }

    @Test
    void shouldLetAnUnboundedCallWaitUntilTheEndpointEnds() {
        EndpointHandle<EchoEndpoint> handle = start();
        CompletableFuture<String> poll = handle.gateway(EchoGateway.class).longPoll();
        world.advance(1_000_000);
        assertThat(poll).isNotDone();
        var _ = handle.stop();
        world.run();
        Fails.with(EndpointNotFoundException.class, poll)
                .hasMessageContaining("has been stopped, before it answered");
    }

    @Test
    void shouldHandAFailedFutureToTheCallerAndNotToTheSupervisor() {
        EchoGateway echo = connected();
        CompletableFuture<String> refused = echo.refuse("no", false);
        world.run();
        Fails.with(RemoteException.class, refused)
                .hasMessage("no")
                .hasCauseExactlyInstanceOf(ArithmeticException.class);
        CompletableFuture<String> typed = echo.refuse("typed", true);
        world.run();
        Fails.with(MailboxFullException.class, typed).hasMessage("typed");
        assertThat(world.get(echo.notes())).isEmpty();
    }

    @Test
    void shouldFailTheLookUpOfWhatIsNotThere() {
        CompletableFuture<EchoGateway> missing =
                rpc.connect(rpc.address("missing"), EchoGateway.class);
        Fails.with(EndpointNotFoundException.class, missing)
                .hasMessageContaining(rpc.address("missing"));
        start();
        CompletableFuture<OtherGateway> wrong =
                rpc.connect(rpc.address("echo"), OtherGateway.class);
        world.run();
        Fails.with(EndpointNotFoundException.class, wrong)
                .hasMessageContaining("is no OtherGateway");
        Fails.with(EndpointNotFoundException.class, rpc.connect("nonsense", EchoGateway.class))
                .hasMessageContaining("'nonsense' is no address");
        Fails.with(
                        EndpointNotFoundException.class,
                        rpc.connect("millstream://elsewhere:1/user/x", EchoGateway.class))
                .hasMessageContaining("has no links");
    }

    @Test
    void shouldFailALookUpThatHasNoAnswerInTime() {
        // Between two lives, as a child takes long to end, the endpoint answers nothing.
        EndpointHandle<EchoEndpoint> parent =
                rpc.start(
                        "parent",
                        (context, _) -> {
                            context.startChild(
                                    "slow", (own, _) -> new Slow(own), Supervision.stop());
                            return new EchoEndpoint(context);
                        },
                        Supervision.restart(1));
        world.run();
        var _ = parent.gateway(EchoGateway.class).crash("now");
        world.run();
        CompletableFuture<EchoGateway> found = rpc.connect(parent.address(), EchoGateway.class);
        world.advance(2_999);
        assertThat(found).isNotDone();
        world.advance(1);
        Fails.with(LookupTimeoutException.class, found)
                .hasMessageContaining("within 3000 ms (rpc.lookup.timeout)");
        assertThat(platform.reached()).containsExactly("rpc.lookup.lost");
    }

    @Test
    void shouldRefuseCallsThatAFullMailboxCannotTake() {
        EchoGateway echo = connected();
        List<CompletableFuture<List<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            calls.add(echo.notes());
        }
        world.run();
        assertThat(calls.subList(0, 5)).allMatch(CompletableFuture::isDone);
        assertThat(calls.subList(0, 5)).noneMatch(CompletableFuture::isCompletedExceptionally);
        Fails.with(MailboxFullException.class, calls.get(5))
                .hasMessageContaining("rpc.mailbox.capacity");
        assertThat(world.get(echo.notes())).isEmpty();
    }

    @Test
    void shouldNameEndpointAndThreadWhenTheMainThreadIsLeft() {
        List<EchoEndpoint> made = new ArrayList<>();
        rpc.start(
                "echo",
                (context, _) -> {
                    EchoEndpoint echo = new EchoEndpoint(context);
                    made.add(echo);
                    return echo;
                },
                Supervision.stop());
        world.run();
        assertThatThrownBy(() -> made.getFirst().echo(new Note("x", List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(rpc.address("echo"))
                .hasMessageContaining(Thread.currentThread().getName());
    }

    @Test
    void shouldRefuseALookUpTimeoutThatIsNotShorter() {
        Configuration wrong =
                new Configuration().set(RpcOptions.LOOKUP_TIMEOUT, Duration.ofSeconds(10));
        assertThatThrownBy(() -> RpcSystem.local(platform, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rpc.lookup.timeout (10000 ms)")
                .hasMessageContaining("rpc.ask.timeout (10000 ms)");
    }

    @Test
    void shouldRefuseATakenOrBadName() {
        start();
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rpc.address("echo"));
        assertThatThrownBy(() ->
                        rpc.start(
                                "a/b",
                                (context, _) -> new EchoEndpoint(context),
                                Supervision.stop()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTellTheTraceOfCallsAndAnswers() {
        List<String> seen = new ArrayList<>();
        RpcService traced = RpcSystem.local(platform, configuration, new Recorder(seen));
        EchoGateway echo =
                traced.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop())
                        .gateway(EchoGateway.class);
        echo.note("a");
        var _ = echo.notes();
        var _ = echo.refuse("no", false);
        world.run();
        assertThat(seen)
                .containsExactly(
                        "note[a]",
                        "notes[]",
                        "refuse[no, false]",
                        "notes -> [a]",
                        "refuse failed: no");
    }

    private record Recorder(List<String> seen) implements RpcTrace {
        @Override
        public void called(RpcCall call) {
            seen.add(call.method() + call.arguments());
        }

        @Override
        public void answered(RpcCall call, @Nullable Object result) {
            seen.add(call.method() + " -> " + result);
        }

        @Override
        public void failed(RpcCall call, Throwable failure) {
            seen.add(call.method() + " failed: " + failure.getMessage());
        }
    }

    /** Never says that it is ready to stop. */
    private static final class Slow extends RpcEndpoint {
        Slow(EndpointContext context) {
            super(context);
        }

        @Override
        protected CompletableFuture<Void> onStop() {
            return new CompletableFuture<>();
        }
    }
}
