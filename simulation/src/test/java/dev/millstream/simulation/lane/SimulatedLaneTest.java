package dev.millstream.simulation.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedLaneTest {
    private static final int SEEDS = 50;

    @Test
    void shouldRunCommandsInTheOrderGiven() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedRun.of(seed, SimulatedLaneTest::order);
        }
    }

    private static void order(SimulatedWorld world) {
        Lane lane = lane(world, new ArrayList<>());
        List<Integer> seen = new ArrayList<>();
        IntStream.range(0, 20).forEach(number -> lane.execute(() -> seen.add(number)));
        world.scheduler().runUntil("20 commands", () -> seen.size() == 20);
        assertThat(seen).isSorted();
    }

    @Test
    void shouldKnowWhetherItIsCurrent() {
        SimulatedRun.of(
                1,
                world -> {
                    SimulatedPlatform platform = world.startProcess("p", "h");
                    Lane one = platform.lanes().create("one", failure -> {});
                    Lane other = platform.lanes().create("other", failure -> {});
                    List<Boolean> seen = new ArrayList<>();
                    one.execute(() -> seen.addAll(List.of(one.isCurrent(), other.isCurrent())));
                    world.scheduler().runUntil("the command", () -> !seen.isEmpty());
                    assertThat(seen).containsExactly(true, false);
                    assertThat(one.isCurrent()).isFalse();
                });
    }

    @Test
    void shouldTellOfAFailureAndGoOn() {
        SimulatedRun.of(
                1,
                world -> {
                    List<Throwable> failures = new ArrayList<>();
                    Lane lane = lane(world, failures);
                    List<String> seen = new ArrayList<>();
                    lane.execute(() -> {
                        throw new IllegalStateException("planned");
                    });
                    lane.execute(() -> seen.add("next"));
                    world.scheduler().runUntil("the next", () -> !seen.isEmpty());
                    assertThat(failures).singleElement().hasToString(planned());
                });
    }

    private static String planned() {
        return new IllegalStateException("planned").toString();
    }

    @Test
    void shouldRunTimersAfterTheirDelay() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedRun.of(
                    seed,
                    world -> {
                        Lane lane = lane(world, new ArrayList<>());
                        List<Long> times = new ArrayList<>();
                        lane.schedule(30, () -> times.add(world.scheduler().nowNs()));
                        lane.schedule(10, () -> times.add(world.scheduler().nowNs()));
                        world.scheduler().runUntil("both", () -> times.size() == 2);
                        assertThat(times).isSorted();
                        assertThat(times.get(0)).isBetween(10_000_000L, 20_000_000L);
                        assertThat(times.get(1)).isBetween(30_000_000L, 40_000_000L);
                    });
        }
    }

    @Test
    void shouldNotRunWhatWasCancelledEvenWhenItsTimeHasCome() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedRun.of(
                    seed,
                    world -> {
                        Lane lane = lane(world, new ArrayList<>());
                        List<String> seen = new ArrayList<>();
                        Cancellable timer = lane.schedule(0, () -> seen.add("cancelled"));
                        lane.execute(timer::cancel);
                        lane.schedule(50, () -> seen.add("later"));
                        boolean[] cancelledFirst = new boolean[1];
                        lane.execute(() -> cancelledFirst[0] = seen.isEmpty());
                        world.scheduler().runUntil("later", () -> seen.contains("later"));
                        assertThat(seen.size()).isEqualTo(cancelledFirst[0] ? 1 : 2);
                    });
        }
    }

    @Test
    void shouldDropWhatIsQueuedWhenClosed() {
        SimulatedRun.of(
                1,
                world -> {
                    Lane lane = lane(world, new ArrayList<>());
                    List<String> seen = new ArrayList<>();
                    lane.execute(() -> {
                        lane.close();
                        seen.add("closing");
                    });
                    lane.execute(() -> seen.add("queued"));
                    lane.schedule(1, () -> seen.add("timer"));
                    world.scheduler().runFor(1_000_000_000);
                    lane.execute(() -> seen.add("late"));
                    world.scheduler().runFor(1_000_000_000);
                    assertThat(seen).containsExactly("closing");
                });
    }

    private static Lane lane(SimulatedWorld world, List<Throwable> failures) {
        return world.startProcess("p", "h").lanes().create("lane", failures::add);
    }
}
