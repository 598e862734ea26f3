package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.manual.ManualWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SupervisionTest {
    private final ManualWorld world = new ManualWorld();
    private final RpcService rpc = RpcSystem.local(world.process("p"), new Configuration());

    /** What happened, in order. */
    private final List<String> log = new ArrayList<>();

    private Optional<EndpointHandle<Child>> child = Optional.empty();

    /** A parent that starts one child in each of its lives. */
    private final class Parent extends EchoEndpoint {
        Parent(EndpointContext context, EndpointFactory<Child> factory, Supervision ofChild) {
            super(context);
            child = Optional.of(context.startChild("child", factory, ofChild));
        }

        @Override
        protected void onChildFailed(String childName, Throwable cause, int restarts) {
            log.add(childName + " failed after " + restarts + ": " + cause.getMessage());
        }

        @Override
        protected CompletableFuture<Void> onStop() {
            log.add("parent stops");
            return super.onStop();
        }
    }

    /** A child that says what happens to it. */
    private class Child extends EchoEndpoint {
        private final int incarnation;

        Child(EndpointContext context, int incarnation) {
            super(context);
            this.incarnation = incarnation;
            log.add("child " + incarnation);
        }

        @Override
        protected void onStart() {
            mainThread().schedule(5_000, () -> log.add("timer of " + incarnation));
            mainThread().execute(() -> log.add("command of " + incarnation));
        }

        @Override
        protected CompletableFuture<Void> onStop() {
            log.add("child " + incarnation + " stops");
            return super.onStop();
        }
    }

    private EndpointHandle<Parent> start(Supervision ofParent, Supervision ofChild) {
        return start(ofParent, ofChild, Child::new);
    }

    private EndpointHandle<Parent> start(
            Supervision ofParent, Supervision ofChild, EndpointFactory<Child> factory) {
        EndpointHandle<Parent> parent =
                rpc.start(
                        "parent", (context, _) -> new Parent(context, factory, ofChild), ofParent);
        world.run();
        return parent;
    }

    private EndpointHandle<Child> child() {
        return child.orElseThrow();
    }

    @Test
    void shouldRestartTwiceThenStopAndTellTheParentEachTime() {
        start(Supervision.stop(), Supervision.restart(2));
        EchoGateway gateway = child().gateway(EchoGateway.class);
        for (String name : List.of("one", "two", "three")) {
            var _ = gateway.crash(name);
            world.run();
        }
        assertThat(log)
                .containsExactly(
                        "child 0",
                        "command of 0",
                        "child failed after 0: one",
                        "child 1",
                        "command of 1",
                        "child failed after 1: two",
                        "child 2",
                        "command of 2",
                        "child failed after 2: three");
        Fails.with(IllegalStateException.class, child().terminated()).hasMessage("three");
        CompletableFuture<List<String>> late = gateway.notes();
        world.run();
        Fails.with(EndpointNotFoundException.class, late);
    }

    @Test
    void shouldSayThatAnEndpointCouldNotStartToThoseWhoCallIt() {
        EndpointHandle<Child> broken =
                rpc.start(
                        "broken",
                        (_, _) -> {
                            throw new IllegalStateException("no room");
                        },
                        Supervision.stop());
        CompletableFuture<List<String>> early = broken.gateway(EchoGateway.class).notes();
        world.run();
        CompletableFuture<List<String>> late = broken.gateway(EchoGateway.class).notes();
        world.run();
        Fails.with(EndpointNotFoundException.class, early).hasMessageContaining("no room");
        Fails.with(EndpointNotFoundException.class, late).hasMessageContaining("no room");
    }

    @Test
    void shouldKeepTheMailboxOverARestart() {
        start(Supervision.stop(), Supervision.restart(1));
        EchoGateway gateway = child().gateway(EchoGateway.class);
        gateway.note("forgotten with its life");
        CompletableFuture<String> crash = gateway.crash("now");
        gateway.note("kept");
        CompletableFuture<List<String>> notes = gateway.notes();
        assertThat(world.get(notes)).containsExactly("kept");
        Fails.with(RemoteException.class, crash).hasMessage("now");
    }

    @Test
    void shouldRestartOnACrashInAMessageWithoutAnAnswer() {
        start(Supervision.stop(), Supervision.restart(1));
        child().gateway(EchoGateway.class).note("crash");
        world.run();
        assertThat(log).contains("child failed after 0: told to crash", "child 1");
    }

    @Test
    void shouldDropTimersAndCommandsOfACrashedLife() {
        start(Supervision.stop(), Supervision.restart(1));
        var _ = child().gateway(EchoGateway.class).crash("now");
        world.advance(10_000);
        assertThat(log).contains("timer of 1").doesNotContain("timer of 0", "child 0 stops");
    }

    @Test
    void shouldFailTheCallsThatACrashedLifeOwes() {
        start(Supervision.stop(), Supervision.restart(1));
        EchoGateway gateway = child().gateway(EchoGateway.class);
        CompletableFuture<String> poll = gateway.longPoll();
        var _ = gateway.crash("now");
        world.run();
        Fails.with(EndpointNotFoundException.class, poll)
                .hasMessageContaining("crashed: ")
                .hasMessageContaining("before it answered");
    }

    @Test
    void shouldCountAConstructorThatThrowsAsACrash() {
        start(
                Supervision.stop(),
                Supervision.restart(2),
                (context, incarnation) -> {
                    if (incarnation < 2) {
                        throw new IllegalStateException("not yet");
                    }
                    return new Child(context, incarnation);
                });
        CompletableFuture<List<String>> notes = child().gateway(EchoGateway.class).notes();
        assertThat(world.get(notes)).isEmpty();
        assertThat(log)
                .startsWith(
                        "child failed after 0: not yet",
                        "child failed after 1: not yet",
                        "child 2");
    }

    @Test
    void shouldCountATimerThatThrowsAsACrash() {
        start(
                Supervision.stop(),
                Supervision.restart(1),
                (context, incarnation) -> {
                    context.mainThread()
                            .schedule(
                                    100,
                                    () -> {
                                        throw new IllegalStateException("in a timer");
                                    });
                    return new Child(context, incarnation);
                });
        world.advance(100);
        assertThat(log).contains("child failed after 0: in a timer", "child 1");
    }

    @Test
    void shouldStopAChildThatIsNotToBeRestarted() {
        start(Supervision.restart(1), Supervision.stop());
        var _ = child().gateway(EchoGateway.class).crash("once");
        world.run();
        assertThat(log).contains("child failed after 0: once").doesNotContain("child 1");
        assertThat(child().terminated()).isCompletedExceptionally();
    }

    @Test
    void shouldCrashTheParentWithItsChildWhenItEscalates() {
        EndpointHandle<Parent> parent = start(Supervision.restart(1), Supervision.escalate());
        EndpointHandle<Child> firstChild = child();
        var _ = firstChild.gateway(EchoGateway.class).crash("up");
        world.run();
        assertThat(firstChild.terminated()).isCompletedExceptionally();
        assertThat(log.stream().filter("child 0"::equals)).hasSize(2);
        assertThat(parent.terminated()).isNotDone();
        assertThat(world.get(child().gateway(EchoGateway.class).notes())).isEmpty();
    }

    @Test
    void shouldStopTheChildrenOfACrashedParentBeforeItsNextLife() {
        EndpointHandle<Parent> parent = start(Supervision.restart(1), Supervision.stop());
        var _ = parent.gateway(EchoGateway.class).crash("parent");
        world.run();
        assertThat(log)
                .containsExactly(
                        "child 0", "command of 0", "child 0 stops", "child 0", "command of 0");
    }

    @Test
    void shouldLetOthersBeWhenOneCrashes() {
        start(Supervision.stop(), Supervision.stop());
        EchoGateway other =
                rpc.start("other", (context, _) -> new EchoEndpoint(context), Supervision.stop())
                        .gateway(EchoGateway.class);
        other.note("before");
        var _ = child().gateway(EchoGateway.class).crash("child");
        world.run();
        assertThat(world.get(other.notes())).containsExactly("before");
    }

    @Test
    void shouldShutDownWhenAFailureReachesTheGuardian() {
        start(Supervision.escalate(), Supervision.escalate());
        var _ = child().gateway(EchoGateway.class).crash("to the top");
        world.run();
        Fails.with(IllegalStateException.class, rpc.terminated()).hasMessage("to the top");
    }

    @Test
    void shouldStopTheParentThenItsChildren() {
        EndpointHandle<Parent> parent = start(Supervision.stop(), Supervision.stop());
        CompletableFuture<Void> stopped = parent.stop();
        world.get(stopped);
        assertThat(log).endsWith("parent stops", "child 0 stops");
        assertThat(child().terminated()).isCompletedWithValue(null);
        assertThat(parent.terminated()).isCompletedWithValue(null);
        // The name is free again.
        start(Supervision.stop(), Supervision.stop());
    }

    @Test
    void shouldEndAnEndpointThatIsNeverReadyToStop() {
        EndpointHandle<EchoEndpoint> slow =
                rpc.start(
                        "slow",
                        (context, _) ->
                                new EchoEndpoint(context) {
                                    @Override
                                    protected CompletableFuture<Void> onStop() {
                                        return new CompletableFuture<>();
                                    }
                                },
                        Supervision.stop());
        world.run();
        CompletableFuture<Void> stopped = slow.stop();
        world.advance(9_999);
        assertThat(stopped).isNotDone();
        world.advance(1);
        assertThat(stopped).isDone();
    }

    @Test
    void shouldStopAnEndpointThatHasNotBegun() {
        EndpointHandle<Child> early = rpc.start("early", Child::new, Supervision.restart(1));
        CompletableFuture<List<String>> notes = early.gateway(EchoGateway.class).notes();
        world.get(early.stop());
        assertThat(log).isEmpty();
        Fails.with(EndpointNotFoundException.class, notes);
    }

    @Test
    void shouldRunTheMainThreadWhileAnEndpointGetsReadyToStop() {
        EndpointHandle<EchoEndpoint> polite =
                rpc.start(
                        "polite",
                        (context, _) ->
                                new EchoEndpoint(context) {
                                    @Override
                                    protected CompletableFuture<Void> onStop() {
                                        CompletableFuture<Void> ready = new CompletableFuture<>();
                                        mainThread().schedule(500, () -> ready.complete(null));
                                        return ready;
                                    }
                                },
                        Supervision.stop());
        world.run();
        CompletableFuture<Void> stopped = polite.stop();
        CompletableFuture<List<String>> late = polite.gateway(EchoGateway.class).notes();
        world.advance(499);
        assertThat(stopped).isNotDone();
        Fails.with(EndpointNotFoundException.class, late).hasMessageContaining("been stopped");
        world.advance(1);
        assertThat(stopped).isDone();
    }

    @Test
    void shouldStopAllOnShutdownAndRefuseWhatComesLater() {
        EndpointHandle<Parent> parent = start(Supervision.stop(), Supervision.stop());
        EchoGateway gateway = parent.gateway(EchoGateway.class);
        CompletableFuture<String> poll = gateway.longPoll();
        CompletableFuture<Void> down = rpc.shutdown();
        world.get(down);
        assertThat(poll).isCompletedExceptionally();
        assertThat(log).contains("parent stops", "child 0 stops");
        CompletableFuture<List<String>> late = gateway.notes();
        world.run();
        Fails.with(EndpointNotFoundException.class, late);
        assertThat(world.get(rpc.shutdown())).isNull();
    }
}
