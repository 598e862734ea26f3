package dev.millstream.simulation.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code Network} and {@code Link} promise, over many seeds. */
class SimulatedNetworkTest {
    private static final int SEEDS = 100;

    private static final class Recorder implements LinkListener {
        final String name;
        final List<String> seen;

        Recorder(String name, List<String> seen) {
            this.name = name;
            this.seen = seen;
        }

        @Override
        public void received(Link link, ByteBuffer frame) {
            seen.add(name + " " + frame.getInt());
        }

        @Override
        public void closed(Link link, String reason) {
            seen.add(name + " closed");
        }
    }

    private static final class Fixture {
        final SimulatedWorld world;
        final SimulatedPlatform one;
        final SimulatedPlatform other;
        final List<String> seen = new ArrayList<>();
        final List<Link> accepted = new ArrayList<>();

        Fixture(SimulatedWorld world) {
            this.world = world;
            this.one = world.startProcess("one", "h1");
            this.other = world.startProcess("other", "h2");
        }

        <T> T await(CompletableFuture<T> future) {
            world.scheduler().runUntil("a future", future::isDone);
            return future.join();
        }

        Listening listen() {
            return await(
                    other.network()
                            .listen(
                                    new Address("h2", 0),
                                    link -> {
                                        accepted.add(link);
                                        return new Recorder("far" + accepted.size(), seen);
                                    }));
        }

        /** Tries again when the attempt is lost. */
        Link connect(Address address, String name) {
            for (int attempt = 0; attempt < 5; attempt++) {
                CompletableFuture<Link> link =
                        one.network().connect(address, new Recorder(name, seen));
                world.scheduler().runUntil("a link", link::isDone);
                if (!link.isCompletedExceptionally()) {
                    return link.join();
                }
            }
            throw new AssertionError("more attempts were lost than may be");
        }

        void settle() {
            world.scheduler().runFor(1_000_000_000L);
        }
    }

    private interface Check {
        void run(Fixture fixture);
    }

    private static void eachSeed(Check check) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedRun.of(seed, world -> check.run(new Fixture(world)));
        }
    }

    private static ByteBuffer frame(int number) {
        return ByteBuffer.allocate(4).putInt(number).flip();
    }

    private static List<String> numbers(String name) {
        return IntStream.range(0, 30).mapToObj(number -> name + " " + number).toList();
    }

    @Test
    void shouldKeepTheOrderWithinALink() {
        eachSeed(fixture -> {
            Link near = fixture.connect(fixture.listen().address(), "near");
            for (int i = 0; i < 30; i++) {
                near.send(frame(i));
                fixture.accepted.getFirst().send(frame(i));
            }
            fixture.settle();
            assertThat(fixture.seen).hasSize(60).containsSubsequence(numbers("near"));
            assertThat(fixture.seen).containsSubsequence(numbers("far1"));
        });
    }

    @Test
    void shouldReorderAcrossLinks() {
        Set<List<String>> orders = new LinkedHashSet<>();
        eachSeed(fixture -> {
            Address address = fixture.listen().address();
            Link first = fixture.connect(address, "first");
            Link second = fixture.connect(address, "second");
            first.send(frame(1));
            second.send(frame(2));
            fixture.settle();
            orders.add(fixture.seen);
        });
        assertThat(orders).hasSize(2);
    }

    @Test
    void shouldCompleteTheConnectBeforeTheFirstFrame() {
        eachSeed(fixture -> {
            Address address =
                    fixture.await(
                                    fixture.other
                                            .network()
                                            .listen(
                                                    new Address("h2", 0),
                                                    link -> {
                                                        link.send(frame(1));
                                                        return new Recorder("far", fixture.seen);
                                                    }))
                            .address();
            var _ =
                    fixture.one
                            .network()
                            .connect(address, new Recorder("near", fixture.seen))
                            .whenComplete((link, failure) ->
                                    fixture.seen.add(failure == null ? "open" : "lost"));
            fixture.world.scheduler().runFor(30_000_000_000L);
            assertThat(fixture.seen).isIn(List.of("open", "near 1"), List.of("lost"));
        });
    }

    @Test
    void shouldDeliverWhatWasSentBeforeTheCloseAndTellBothSidesOnce() {
        eachSeed(fixture -> {
            Link near = fixture.connect(fixture.listen().address(), "near");
            for (int i = 0; i < 30; i++) {
                near.send(frame(i));
            }
            near.close("enough");
            near.close("again");
            near.send(frame(99));
            fixture.settle();
            assertThat(fixture.seen).containsSubsequence(numbers("far1"));
            assertThat(fixture.seen).contains("near closed", "far1 closed").hasSize(32);
            assertThat(fixture.world.wire().openLinks()).isZero();
        });
    }

    @Test
    void shouldTellBothSidesOnceWhenBothClose() {
        eachSeed(fixture -> {
            Link near = fixture.connect(fixture.listen().address(), "near");
            near.close("one");
            fixture.accepted.getFirst().close("other");
            fixture.settle();
            assertThat(fixture.seen).containsExactlyInAnyOrder("near closed", "far1 closed");
        });
    }

    @Test
    void shouldRefuseAConnectWhereNobodyListens() {
        eachSeed(fixture -> {
            CompletableFuture<Link> link =
                    fixture.one
                            .network()
                            .connect(new Address("h2", 1), new Recorder("near", fixture.seen));
            assertThatThrownBy(() -> fixture.await(link))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(LinkException.class)
                    .hasMessageContaining("h2:1");
        });
    }

    @Test
    void shouldRefuseAnAddressThatIsTaken() {
        eachSeed(fixture -> {
            Address taken = fixture.listen().address();
            assertThatThrownBy(() ->
                            fixture.await(
                                    fixture.other
                                            .network()
                                            .listen(
                                                    taken,
                                                    link -> new Recorder("x", new ArrayList<>()))))
                    .hasMessageContaining("in use");
        });
    }

    @Test
    void shouldLoseOnlyATailWhenALinkBreaks() {
        eachSeed(fixture -> {
            Link near = fixture.connect(fixture.listen().address(), "near");
            for (int i = 0; i < 30; i++) {
                near.send(frame(i));
            }
            assertThat(fixture.world.wire().breakOne(_ -> true, "cable")).isTrue();
            fixture.settle();
            List<String> arrived =
                    fixture.seen.stream().filter(line -> line.startsWith("far1 ")).toList();
            assertThat(arrived.getLast()).isEqualTo("far1 closed");
            assertThat(numbers("far1"))
                    .startsWith(arrived.subList(0, arrived.size() - 1).toArray(String[]::new));
            assertThat(fixture.seen).contains("near closed");
        });
    }

    @Test
    void shouldTellOneSideOnlyWhenALinkIsHalfOpen() {
        eachSeed(fixture -> {
            fixture.connect(fixture.listen().address(), "near");
            assertThat(fixture.world.wire().halfOpenOne(_ -> true, "cable")).isTrue();
            fixture.settle();
            assertThat(fixture.seen).hasSize(1);
            assertThat(fixture.world.wire().openLinks()).isOne();
        });
    }

    @Test
    void shouldHoldBackOneWayUntilHealed() {
        eachSeed(fixture -> {
            Link near = fixture.connect(fixture.listen().address(), "near");
            fixture.world.wire().cut("h1", "h2");
            near.send(frame(1));
            fixture.accepted.getFirst().send(frame(2));
            fixture.settle();
            assertThat(fixture.seen).containsExactly("near 2");
            fixture.world.wire().heal();
            fixture.settle();
            assertThat(fixture.seen).containsExactly("near 2", "far1 1");
        });
    }

    @Test
    void shouldFailTheRunWhenAFrameIsChangedAfterSending() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                world -> {
                                    Fixture fixture = new Fixture(world);
                                    Link near = fixture.connect(fixture.listen().address(), "near");
                                    ByteBuffer frame = frame(1);
                                    near.send(frame);
                                    frame.putInt(0, 2);
                                    fixture.settle();
                                }))
                .hasMessageContaining("was changed after it was sent");
    }
}
