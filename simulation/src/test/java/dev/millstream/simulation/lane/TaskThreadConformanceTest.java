package dev.millstream.simulation.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code TaskThreads} and {@code Waiting} promise, over many seeds. */
class TaskThreadConformanceTest {
    private static final ClassLoader LOADER = TaskThreadConformanceTest.class.getClassLoader();
    private static final int SEEDS = 50;

    private interface Check {
        void run(SimulatedWorld world, SimulatedPlatform platform, List<String> seen)
                throws Exception;
    }

    private static void eachSeed(Check check) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedRun.of(
                    seed,
                    world -> check.run(world, world.startProcess("p", "h"), new ArrayList<>()));
        }
    }

    @Test
    void shouldWakeOnASignal() {
        eachSeed((world, platform, seen) -> {
            boolean[] condition = new boolean[1];
            TaskThread thread =
                    platform.taskThreads()
                            .start(
                                    "t",
                                    LOADER,
                                    waiting -> {
                                        while (!condition[0]) {
                                            waiting.await(Waiting.FOREVER);
                                        }
                                        seen.add("woken");
                                    },
                                    () -> seen.add("exit"));
            platform.lanes()
                    .create("lane", failure -> {})
                    .schedule(
                            5,
                            () -> {
                                condition[0] = true;
                                thread.signal();
                            });
            world.scheduler().runUntil("exit", () -> seen.contains("exit"));
            assertThat(seen).containsExactly("woken", "exit");
            assertThat(thread.isAlive()).isFalse();
            assertThat(thread.stackTrace()).isEmpty();
        });
    }

    @Test
    void shouldReturnAtOnceWhenSignalledBefore() {
        eachSeed((world, platform, seen) -> {
            platform.taskThreads()
                    .start(
                            "t",
                            LOADER,
                            waiting -> {
                                waiting.thread().signal();
                                waiting.thread().signal();
                                waiting.await(Waiting.FOREVER);
                                seen.add("first");
                            },
                            () -> {});
            world.scheduler().runUntil("first", () -> seen.contains("first"));
        });
    }

    @Test
    void shouldNotAddUpSignals() {
        eachSeed((world, platform, seen) -> {
            long[] waitedNs = new long[1];
            platform.taskThreads()
                    .start(
                            "t",
                            LOADER,
                            waiting -> {
                                waiting.thread().signal();
                                waiting.thread().signal();
                                waiting.await(Waiting.FOREVER);
                                long deadlineNs = platform.clock().nanos() + 1_000_000;
                                while (platform.clock().nanos() < deadlineNs) {
                                    waiting.await(1_000_000);
                                    waitedNs[0]++;
                                }
                                seen.add("done");
                            },
                            () -> {});
            world.scheduler().runUntil("done", () -> seen.contains("done"));
            assertThat(waitedNs[0]).isPositive();
        });
    }

    @Test
    void shouldEndAWaitAtItsTimeLimit() {
        eachSeed((world, platform, seen) -> {
            long[] lateNs = new long[1];
            platform.taskThreads()
                    .start(
                            "t",
                            LOADER,
                            waiting -> {
                                long deadlineNs = platform.clock().nanos() + 2_000_000;
                                long leftNs = 2_000_000;
                                while (leftNs > 0) {
                                    waiting.await(leftNs);
                                    leftNs = deadlineNs - platform.clock().nanos();
                                }
                                lateNs[0] = -leftNs;
                                seen.add("done");
                            },
                            () -> {});
            world.scheduler().runUntil("done", () -> seen.contains("done"));
            assertThat(lateNs[0]).isBetween(0L, 1_000_000L);
        });
    }

    @Test
    void shouldInterruptAWaitAndClearTheFlag() {
        eachSeed((world, platform, seen) -> {
            TaskThread thread =
                    platform.taskThreads()
                            .start(
                                    "t",
                                    LOADER,
                                    waiting -> {
                                        try {
                                            while (true) {
                                                waiting.await(Waiting.FOREVER);
                                            }
                                        } catch (InterruptedException expected) {
                                            seen.add("interrupted");
                                        }
                                        seen.add("flag " + Thread.interrupted());
                                    },
                                    () -> {});
            platform.lanes().create("lane", failure -> {}).schedule(3, thread::interrupt);
            world.scheduler().runUntil("both", () -> seen.size() == 2);
            assertThat(seen).containsExactly("interrupted", "flag false");
        });
    }

    @Test
    void shouldKeepAnInterruptThatComesBeforeTheWait() {
        eachSeed((world, platform, seen) -> {
            platform.taskThreads()
                    .start(
                            "t",
                            LOADER,
                            waiting -> {
                                waiting.thread().interrupt();
                                for (int i = 0; i < 20; i++) {
                                    waiting.pause();
                                }
                                seen.add("flag " + Thread.currentThread().isInterrupted());
                                try {
                                    waiting.await(Waiting.FOREVER);
                                } catch (InterruptedException expected) {
                                    seen.add("interrupted");
                                }
                            },
                            () -> {});
            world.scheduler().runUntil("both", () -> seen.size() == 2);
            assertThat(seen).containsExactly("flag true", "interrupted");
        });
    }

    @Test
    void shouldRunTheLastActAfterAFailureToo() {
        eachSeed((world, platform, seen) -> {
            platform.taskThreads()
                    .start(
                            "t",
                            LOADER,
                            waiting -> {
                                throw new IllegalStateException("planned");
                            },
                            () -> seen.add("exit"));
            world.scheduler().runUntil("exit", () -> seen.contains("exit"));
            assertThat(platform.inUse()).isEmpty();
        });
    }

    @Test
    void shouldSetTheContextClassLoader() {
        ClassLoader loader = new ClassLoader(LOADER) {};
        eachSeed((world, platform, seen) -> {
            List<ClassLoader> loaders = new ArrayList<>();
            platform.taskThreads()
                    .start(
                            "t",
                            loader,
                            waiting -> loaders.add(Thread.currentThread().getContextClassLoader()),
                            () -> seen.add("exit"));
            world.scheduler().runUntil("exit", () -> seen.contains("exit"));
            assertThat(loaders).containsExactly(loader);
        });
    }

    /** Two threads that each believe to be alone between two waiting points are right. */
    @Test
    void shouldLetExactlyOneThreadRun() {
        eachSeed((world, platform, seen) -> {
            int[] inside = new int[2];
            for (int i = 0; i < 5; i++) {
                platform.taskThreads()
                        .start(
                                "t" + i,
                                LOADER,
                                waiting -> {
                                    for (int round = 0; round < 50; round++) {
                                        inside[0]++;
                                        inside[1] = Math.max(inside[0], inside[1]);
                                        inside[0]--;
                                        waiting.pause();
                                    }
                                },
                                () -> seen.add("exit"));
            }
            world.scheduler().runUntil("exits", () -> seen.size() == 5);
            assertThat(inside).containsExactly(0, 1);
        });
    }

    @Test
    void shouldShowWhereAWaitingThreadIs() {
        SimulatedRun.of(
                1,
                world -> {
                    SimulatedPlatform platform = world.startProcess("p", "h");
                    TaskThread thread =
                            platform.taskThreads()
                                    .start(
                                            "t",
                                            LOADER,
                                            TaskThreadConformanceTest::waitHere,
                                            () -> {});
                    world.scheduler().runFor(1_000_000);
                    assertThat(thread.stackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("waitHere"));
                });
    }

    private static void waitHere(Waiting waiting) throws InterruptedException {
        while (true) {
            waiting.await(Waiting.FOREVER);
        }
    }
}
