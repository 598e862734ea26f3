package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.lane.BoundedLane;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MachineLaneTest {
    private final MachinePlatform platform = MachinePlatform.alone("lanes");

    /** Only touched on lanes. */
    private final List<Throwable> failures = new ArrayList<>();

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void shouldRunCommandsOfEachThreadInOrderAndOneAtATime() throws Exception {
        int threads = 4;
        int each = 50_000;
        Lane lane = lane();
        int[] next = new int[threads];
        // Not synchronised in any way: the lane alone keeps it right.
        List<String> wrong = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int sender = i;
            senders.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                pass(start);
                                for (int n = 0; n < each; n++) {
                                    int number = n;
                                    lane.execute(() -> {
                                        if (next[sender]++ != number) {
                                            wrong.add(sender + ":" + number);
                                        }
                                    });
                                }
                            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        run(lane, () -> {});
        assertThat(next).containsOnly(each);
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldRunWhatIsGivenWhileTheLaneEmpties() throws Exception {
        // Meets the moment at which a worker gives the lane back, again and again.
        Lane lane = lane();
        int rounds = 20_000;
        for (int i = 0; i < rounds; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            lane.execute(ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldLetManyLanesShareTheThreads() throws Exception {
        int lanes = 200;
        int each = 100;
        CountDownLatch left = new CountDownLatch(lanes * each);
        for (int i = 0; i < lanes; i++) {
            Lane lane = lane();
            for (int n = 0; n < each; n++) {
                lane.execute(left::countDown);
            }
        }
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldKnowWhetherTheCallerIsOnTheLane() {
        Lane lane = lane();
        Lane other = lane();
        List<Boolean> seen = new ArrayList<>();
        run(
                lane,
                () -> {
                    seen.add(lane.isCurrent());
                    seen.add(other.isCurrent());
                });
        seen.add(lane.isCurrent());
        assertThat(seen).containsExactly(true, false, false);
    }

    @Test
    void shouldReportAFailureOnTheLaneAndGoOn() {
        Lane lane = lane();
        lane.execute(() -> {
            throw new IllegalStateException("broken");
        });
        lane.execute(() -> {
            throw new AssertionError("worse");
        });
        run(lane, () -> {});
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("broken", "worse");
    }

    @Test
    void shouldRunADelayedCommandOnTheLane() {
        Lane lane = lane();
        CompletableFuture<Boolean> onLane = new CompletableFuture<>();
        Cancellable timer = lane.schedule(1, () -> onLane.complete(lane.isCurrent()));
        assertThat(await(onLane)).isTrue();
        timer.cancel();
        assertThat(platform.usage().timers()).isZero();
    }

    @Test
    void shouldNotRunACancelledCommandEvenIfItIsDue() {
        Lane lane = lane();
        List<String> ran = new ArrayList<>();
        CompletableFuture<Void> busy = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        lane.execute(() -> {
            busy.complete(null);
            go.join();
        });
        await(busy);
        Cancellable due = lane.schedule(0, () -> ran.add("due"));
        CompletableFuture<Void> later = new CompletableFuture<>();
        Lane other = lane();
        other.schedule(20, () -> later.complete(null));
        await(later);
        due.cancel();
        go.complete(null);
        run(lane, () -> {});
        assertThat(ran).isEmpty();
    }

    @Test
    void shouldForgetTimersOfAClosedLane() {
        Lane lane = lane();
        lane.schedule(1_000_000, () -> {});
        lane.schedule(1_000_000, () -> {}).cancel();
        assertThat(platform.usage().timers()).isEqualTo(1);
        lane.close();
        lane.schedule(1_000_000, () -> {});
        assertThat(platform.usage().timers()).isZero();
    }

    @Test
    void shouldDropWhatIsQueuedWhenClosed() {
        Lane lane = lane();
        List<String> ran = new ArrayList<>();
        run(
                lane,
                () -> {
                    lane.execute(() -> ran.add("queued before"));
                    lane.close();
                    lane.execute(() -> ran.add("given after"));
                });
        Lane other = lane();
        run(other, () -> {});
        assertThat(ran).isEmpty();
    }

    @Test
    void shouldRefuseOneCommandTooMany() {
        Lane lane = lane();
        BoundedLane bounded = new BoundedLane(lane, 2);
        CompletableFuture<Void> go = new CompletableFuture<>();
        lane.execute(go::join);
        List<String> ran = new ArrayList<>();
        assertThat(bounded.tryExecute(() -> ran.add("first"))).isTrue();
        assertThat(bounded.tryExecute(() -> ran.add("second"))).isTrue();
        assertThat(bounded.tryExecute(() -> ran.add("third"))).isFalse();
        go.complete(null);
        run(lane, () -> {});
        assertThat(bounded.tryExecute(() -> ran.add("fourth"))).isTrue();
        run(lane, () -> {});
        assertThat(ran).containsExactly("first", "second", "fourth");
    }

    private Lane lane() {
        return platform.lanes().create("test", failures::add);
    }

    private static void run(Lane lane, Runnable command) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lane.execute(() -> {
            command.run();
            done.complete(null);
        });
        await(done);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
