package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.FrameTooLargeException;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.error.LookupTimeoutException;
import dev.millstream.rpc.error.MailboxFullException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.manual.ManualPlatform;
import dev.millstream.rpc.service.EchoGateway.Note;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RemoteCallTest {
    private static final int FRAME_BYTES = 64 * 1024;

    private final Configuration configuration =
            new Configuration().set(RpcOptions.FRAME_SIZE, new MemorySize(FRAME_BYTES));
    private final TwoProcesses two = new TwoProcesses(configuration, configuration);

    @Test
    void shouldPassArgumentsAndResultsByValue() {
        Note note = new Note("hello", List.of(1L, 2L));
        Note echoed = two.world.get(two.connected().echo(note));
        assertThat(echoed).isEqualTo(note).isNotSameAs(note);
        assertThat(two.world.get(two.connected().done(3, 4))).isNull();
    }

    @Test
    void shouldKeepTheOrderOfCallsWithAndWithoutAnswers() {
        EchoGateway echo = two.connected();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            echo.note("n" + i);
            expected.add("n" + i);
        }
        CompletableFuture<List<String>> notes = echo.notes();
        echo.note("later");
        assertThat(two.world.get(notes)).isEqualTo(expected);
    }

    @Test
    void shouldUseOneLinkForBothDirections() {
        var _ = two.connected();
        var _ = two.connected();
        two.client.start("back", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        two.world.run();
        EchoGateway back =
                two.world.get(two.server.connect(two.client.address("back"), EchoGateway.class));
        back.note("from the server");
        assertThat(two.world.get(back.notes())).containsExactly("from the server");
        assertThat(two.clientPlatform.network().openedCount()).isEqualTo(1);
        assertThat(two.serverPlatform.network().openedCount()).isZero();
    }

    @Test
    void shouldWorkWhenBothOpenALinkAtOnce() {
        two.client.start("back", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        CompletableFuture<EchoGateway> there =
                two.client.connect(two.echo.address(), EchoGateway.class);
        CompletableFuture<EchoGateway> back =
                two.server.connect(two.client.address("back"), EchoGateway.class);
        assertThat(two.world.get(two.world.get(there).notes())).isEmpty();
        assertThat(two.world.get(two.world.get(back).notes())).isEmpty();
    }

    @Test
    void shouldCallWithinTheProcessByReferenceUnderTheSameAddress() {
        EchoGateway near = two.world.get(two.server.connect(two.echo.address(), EchoGateway.class));
        Note note = new Note("x", List.of());
        assertThat(two.world.get(near.echo(note))).isSameAs(note);
    }

    @Test
    void shouldKeepTheTypeOfListedFailuresAndTheTextOfOthers() {
        EchoGateway echo = two.connected();
        CompletableFuture<String> typed = echo.refuse("typed", true);
        CompletableFuture<String> other = echo.refuse("other", false);
        two.world.run();
        Fails.with(MailboxFullException.class, typed).hasMessage("typed");
        Fails.with(RemoteException.class, other)
                .hasMessage("other")
                .satisfies(failure -> {
                    RemoteException remote = (RemoteException) failure;
                    assertThat(remote.exceptionClass())
                            .isEqualTo(ArithmeticException.class.getName());
                    assertThat(remote.remoteStackTrace()).contains("EchoEndpoint.refuse");
                });
    }

    @Test
    void shouldFailTheCallThatCrashedTheEndpointAndThoseAfterIt() {
        EchoGateway echo = two.connected();
        CompletableFuture<String> crash = echo.crash("broken");
        CompletableFuture<List<String>> after = echo.notes();
        two.world.run();
        Fails.with(RemoteException.class, crash).hasMessage("broken");
        Fails.with(EndpointNotFoundException.class, after);
    }

    @Test
    void shouldSayAtOnceThatThereIsNoSuchEndpoint() {
        String address = two.server.address("missing");
        CompletableFuture<EchoGateway> missing = two.client.connect(address, EchoGateway.class);
        two.world.run();
        Fails.with(EndpointNotFoundException.class, missing).hasMessageContaining(address);
    }

    @Test
    void shouldFailALookUpWhereNobodyListens() {
        CompletableFuture<EchoGateway> nobody =
                two.client.connect("millstream://127.0.0.1:1/user/x", EchoGateway.class);
        two.world.run();
        Fails.with(LinkBrokenException.class, nobody)
                .hasMessageContaining("Nobody listens at 127.0.0.1:1");
    }

    @Test
    void shouldFailALookUpThatIsLost() {
        two.clientPlatform.network().cut();
        CompletableFuture<EchoGateway> lost =
                two.client.connect(two.echo.address(), EchoGateway.class);
        two.world.advance(2_999);
        assertThat(lost).isNotDone();
        two.world.advance(1);
        Fails.with(LookupTimeoutException.class, lost);
        assertThat(two.clientPlatform.reached()).containsExactly("rpc.lookup.lost");
    }

    @Test
    void shouldFailACallThatHasNoAnswerInTime() {
        CompletableFuture<String> never = two.connected().never();
        two.world.advance(10_000);
        Fails.with(AskTimeoutException.class, never).hasMessageContaining("EchoGateway.never");
    }

    @Test
    void shouldFailAllThatWaitsWhenTheLinkBreaksAndOpenAnotherForTheNextLookUp() {
        EchoGateway echo = two.connected();
        CompletableFuture<String> never = echo.never();
        CompletableFuture<String> poll = echo.longPoll();
        two.world.run();
        two.clientPlatform.network().breakLinks();
        two.world.run();
        Fails.with(LinkBrokenException.class, never).hasMessageContaining("broken by the test");
        Fails.with(LinkBrokenException.class, poll);
        CompletableFuture<List<String>> later = echo.notes();
        two.world.run();
        Fails.with(LinkBrokenException.class, later);
        assertThat(two.world.get(two.connected().notes())).isEmpty();
        assertThat(two.clientPlatform.network().openedCount()).isEqualTo(2);
    }

    @Test
    void shouldNotReachANamesakeThatWasStartedLater() {
        EchoGateway far = two.connected();
        EchoGateway near = two.world.get(two.server.connect(two.echo.address(), EchoGateway.class));
        two.world.get(two.echo.stop());
        two.server.start("echo", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        two.world.run();
        CompletableFuture<List<String>> fromFar = far.notes();
        CompletableFuture<List<String>> fromNear = near.notes();
        two.world.run();
        Fails.with(EndpointNotFoundException.class, fromFar)
                .hasMessageContaining("but one that was started later");
        Fails.with(EndpointNotFoundException.class, fromNear)
                .hasMessageContaining("has been stopped");
        assertThat(two.world.get(two.connected().notes())).isEmpty();
    }

    /** One side knows that the link has broken, and has opened another; the other side doesn't. */
    @Test
    void shouldLookUpOverTheLinkThatWasOpenedLast() {
        two.client.start("back", (context, _) -> new EchoEndpoint(context), Supervision.stop());
        var _ = two.connected();
        EchoGateway before =
                two.world.get(two.server.connect(two.client.address("back"), EchoGateway.class));
        two.clientPlatform.network().breakOwnEnds();
        two.world.run();
        var _ = two.connected();
        CompletableFuture<String> lost = before.longPoll();
        EchoGateway after =
                two.world.get(two.server.connect(two.client.address("back"), EchoGateway.class));
        assertThat(two.world.get(after.notes())).isEmpty();
        assertThat(lost).isNotDone();
        two.world.advance(15_000);
        Fails.with(LinkBrokenException.class, lost);
        assertThat(two.serverPlatform.network().openedCount()).isZero();
    }

    @Test
    void shouldEndAnUnboundedCallWhenTheOtherProcessFallsSilent() {
        CompletableFuture<String> poll = two.connected().longPoll();
        two.world.advance(60_000);
        assertThat(poll).isNotDone();
        two.serverPlatform.network().cut();
        two.world.advance(15_000);
        Fails.with(LinkBrokenException.class, poll).hasMessageContaining("nothing was heard for");
    }

    @Test
    void shouldFailAnOversizedCallAtTheSender() {
        EchoGateway echo = two.connected();
        CompletableFuture<Note> large = echo.echo(new Note("x".repeat(FRAME_BYTES), List.of()));
        Fails.with(FrameTooLargeException.class, large)
                .hasMessageContaining("EchoGateway.echo has 65541 bytes")
                .hasMessageContaining("rpc.framesize allows " + FRAME_BYTES);
        assertThatThrownBy(() -> echo.note("x".repeat(FRAME_BYTES)))
                .isInstanceOf(FrameTooLargeException.class)
                .hasMessageContaining("EchoGateway.note");
        assertThat(two.world.get(echo.notes())).isEmpty();
    }

    @Test
    void shouldFailAnOversizedAnswerAtItsSenderToo() {
        EchoGateway echo = two.connected();
        CompletableFuture<String> large = echo.produce(FRAME_BYTES);
        two.world.run();
        Fails.with(FrameTooLargeException.class, large)
                .hasMessageContaining("The answer to EchoGateway.produce")
                .hasMessageContaining("rpc.framesize");
        assertThat(two.world.get(echo.produce(100))).hasSize(100);
    }

    @Test
    void shouldRefuseAProcessOfAnotherCluster() {
        ManualPlatform platform = two.world.process("stranger");
        RpcService stranger =
                two.start(
                        platform,
                        new Configuration().set(RpcOptions.CLUSTER_ID, "other"),
                        TwoProcesses.ANY);
        CompletableFuture<EchoGateway> found =
                stranger.connect(two.echo.address(), EchoGateway.class);
        two.world.run();
        Fails.with(LinkBrokenException.class, found)
                .hasMessageContaining("cluster 'other'")
                .hasMessageContaining("'default'")
                .hasMessageContaining("cluster.id");
    }

    @Test
    void shouldCloseALinkOnGarbageAndServeOthers() {
        EchoGateway echo = two.connected();
        Random random = new Random(5);
        Address server = TwoProcesses.listening(two.server);
        ManualPlatform attacker = two.world.process("attacker");
        for (int i = 0; i < 200; i++) {
            Ends ends = new Ends();
            Link link = two.world.get(attacker.network().connect(server, ends));
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            link.send(ByteBuffer.wrap(garbage));
            two.world.run();
            assertThat(ends.closed).isCompleted();
        }
        assertThat(two.world.get(echo.notes())).isEmpty();
    }

    @Test
    void shouldCloseALinkThatSaysNothing() {
        Ends ends = new Ends();
        ManualPlatform attacker = two.world.process("attacker");
        var _ = two.world.get(attacker.network().connect(TwoProcesses.listening(two.server), ends));
        two.world.advance(2_999);
        assertThat(ends.closed).isNotDone();
        two.world.advance(1);
        assertThat(ends.closed)
                .isCompletedWithValue("closed by the other side: it could not be opened in time");
    }

    @Test
    void shouldFailCallsAfterTheShutdown() {
        EchoGateway echo = two.connected();
        two.world.get(two.client.shutdown());
        CompletableFuture<List<String>> late = echo.notes();
        two.world.run();
        Fails.with(LinkBrokenException.class, late).hasMessageContaining("shut down");
    }

    private static final class Ends implements LinkListener {
        private final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public void received(Link link, ByteBuffer frame) {}

        @Override
        public void closed(Link link, String reason) {
            closed.complete(reason);
        }
    }
}
