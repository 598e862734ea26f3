package dev.millstream.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.scheduler.SimulationFailure;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.simulation.world.WorldSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SimulatedRunTest {
    private static final ClassLoader LOADER = SimulatedRunTest.class.getClassLoader();

    @Test
    void shouldGiveTheSameTraceForTheSameSeed() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(SimulatedRun.of(seed, SimulatedRunTest::chatter))
                    .isEqualTo(SimulatedRun.of(seed, SimulatedRunTest::chatter));
        }
    }

    @Test
    void shouldGiveOtherTracesForOtherSeeds() {
        Set<Long> hashes = new LinkedHashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            hashes.add(SimulatedRun.of(seed, SimulatedRunTest::chatter).traceHash());
        }
        assertThat(hashes).hasSize(200);
    }

    /** Threads and lanes of two processes that pass a number around. */
    private static void chatter(SimulatedWorld world) {
        List<Integer> seen = new ArrayList<>();
        List<TaskThread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SimulatedPlatform platform = world.startProcess("p" + i, "h" + i % 2);
            Lane lane = platform.lanes().create("lane", failure -> {});
            int number = i;
            threads.add(
                    platform.taskThreads()
                            .start(
                                    "task",
                                    LOADER,
                                    waiting -> {
                                        for (int round = 0; round < 10; round++) {
                                            int value = number * 100 + round;
                                            lane.schedule(round % 3, () -> seen.add(value));
                                            waiting.await(1_000_000);
                                        }
                                    },
                                    () -> {}));
        }
        world.scheduler().runUntil("all numbers", () -> seen.size() == 40);
        world.scheduler()
                .runUntil("all threads", () -> threads.stream().noneMatch(TaskThread::isAlive));
    }

    @Test
    void shouldOrderThreadsInManyWays() {
        Set<List<String>> orders = new LinkedHashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            SimulatedRun.of(seed, world -> orders.add(startThree(world)));
        }
        assertThat(orders).hasSize(6);
    }

    private static List<String> startThree(SimulatedWorld world) {
        SimulatedPlatform platform = world.startProcess("p", "h");
        List<String> order = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            platform.taskThreads().start(name, LOADER, waiting -> order.add(name), () -> {});
        }
        world.scheduler().runUntil("three", () -> order.size() == 3);
        return order;
    }

    @Test
    void shouldFailARunInWhichNothingIsLeftToHappen() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                7,
                                world -> {
                                    world.startProcess("tm", "h")
                                            .taskThreads()
                                            .start(
                                                    "sleeper",
                                                    LOADER,
                                                    waiting -> waitForEver(waiting),
                                                    () -> {});
                                    world.scheduler().runUntil("the moon", () -> false);
                                }))
                .isInstanceOf(SimulationFailure.class)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("Nothing is left to happen before the moon")
                .hasMessageContaining("tm/sleeper")
                .hasMessageContaining("waitForEver");
    }

    private static void waitForEver(Waiting waiting) throws InterruptedException {
        while (true) {
            waiting.await(Waiting.FOREVER);
        }
    }

    @Test
    void shouldFailARunThatNeverEnds() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                world -> {
                                    tickForEver(
                                            world.startProcess("p", "h")
                                                    .lanes()
                                                    .create("ticker", failure -> {}));
                                    world.scheduler().runUntil("the end", () -> false);
                                }))
                .hasMessageContaining("The run is too long; it waits for the end");
    }

    private static void tickForEver(Lane lane) {
        lane.schedule(1_000, () -> tickForEver(lane));
    }

    @Test
    void shouldFailWhenAThreadWithoutTheBatonTouchesThePlatform() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                world -> {
                                    Lane lane =
                                            world.startProcess("p", "h")
                                                    .lanes()
                                                    .create("lane", failure -> {});
                                    Thread foreign =
                                            Thread.ofPlatform()
                                                    .name("foreign")
                                                    .start(() -> misuse(lane));
                                    foreign.join();
                                    lane.execute(() -> {});
                                    world.scheduler().runUntil("the end", () -> false);
                                }))
                .hasMessageContaining("foreign")
                .hasMessageContaining("without holding the baton");
    }

    private static void misuse(Lane lane) {
        try {
            lane.execute(() -> {});
        } catch (SimulationFailure expected) {
            return;
        }
        throw new IllegalStateException("the lane took a command from a foreign thread");
    }

    @Test
    void shouldFailWhenCommonPoolCodeTouchesThePlatform() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                world -> {
                                    SimulatedPlatform platform = world.startProcess("p", "h");
                                    CompletableFuture.supplyAsync(() -> platform.clock().nanos())
                                            .join();
                                }))
                .hasStackTraceContaining("without holding the baton");
    }

    @Test
    void shouldFailARunWhoseCodeKeepsTheBaton() {
        CountDownLatch never = new CountDownLatch(1);
        WorldSettings settings = WorldSettings.draw(new SeededRandom(1));
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                settings,
                                world -> {
                                    world.startProcess("p", "h")
                                            .taskThreads()
                                            .start(
                                                    "blocker",
                                                    LOADER,
                                                    waiting -> blockForReal(never),
                                                    () -> {});
                                    world.scheduler().runUntil("the end", () -> false);
                                },
                                300))
                .hasMessageContaining("p/blocker has held the baton")
                .hasMessageContaining("blockForReal");
        never.countDown();
    }

    private static void blockForReal(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    @Test
    void shouldEndThreadsThatOutliveTheRun() {
        List<String> ended = new ArrayList<>();
        SimulatedRun.of(
                3,
                world -> {
                    SimulatedPlatform platform = world.startProcess("p", "h");
                    platform.taskThreads()
                            .start("stubborn", LOADER, SimulatedRunTest::ignore, () -> {});
                    platform.taskThreads()
                            .start(
                                    "waiting",
                                    LOADER,
                                    waiting -> waitForEver(waiting),
                                    () -> ended.add("waiting"));
                    world.scheduler().runFor(1_000_000);
                });
        assertThat(ended).containsExactly("waiting");
    }

    private static void ignore(Waiting waiting) {
        while (true) {
            try {
                waiting.await(Waiting.FOREVER);
            } catch (Throwable caught) {
                assertThat(caught).isNotNull();
            }
        }
    }

    @Test
    void shouldFailWhenAFileIsTouchedOnALane() {
        assertThatThrownBy(() ->
                        SimulatedRun.of(
                                1,
                                world -> {
                                    SimulatedPlatform platform = world.startProcess("p", "h");
                                    platform.lanes()
                                            .create("main", failure -> {})
                                            .execute(() -> {
                                                platform.files().scratchDirectory();
                                                statusOf(platform);
                                            });
                                    world.scheduler().runUntil("the end", () -> false);
                                }))
                .hasMessageContaining("status of x on p/main, where nothing may block");
    }

    private static void statusOf(SimulatedPlatform platform) {
        try {
            platform.files().status("x");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
