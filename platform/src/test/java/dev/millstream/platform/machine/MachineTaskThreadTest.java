package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MachineTaskThreadTest {
    private final MachinePlatform platform = MachinePlatform.alone("tasks");
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void shouldReturnAtOnceFromAWaitThatWasSignalledBefore() {
        start(waiting -> {
            waiting.thread().signal();
            waiting.thread().signal();
            waiting.await(Waiting.FOREVER);
        });
        await(ended);
    }

    @Test
    void shouldNotAddSignalsUp() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Void> waitsAgain = new CompletableFuture<>();
        TaskThread thread =
                start(waiting -> {
                    waiting.thread().signal();
                    waiting.thread().signal();
                    waiting.await(Waiting.FOREVER);
                    waitsAgain.complete(null);
                    try {
                        waiting.await(Waiting.FOREVER);
                        interrupted.complete(false);
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                    }
                });
        await(waitsAgain);
        thread.interrupt();
        assertThat(await(interrupted)).isTrue();
    }

    @Test
    void shouldNeverLoseASignal() {
        // Two threads hand a number to and fro; a lost signal would hang them.
        int rounds = 100_000;
        AtomicLong turn = new AtomicLong();
        CompletableFuture<TaskThread> other = new CompletableFuture<>();
        TaskThread first =
                start(waiting -> {
                    TaskThread peer = other.join();
                    for (long round = 0; round < rounds; round++) {
                        while (turn.get() != 2 * round) {
                            waiting.await(Waiting.FOREVER);
                        }
                        turn.incrementAndGet();
                        peer.signal();
                    }
                });
        CompletableFuture<Void> secondEnded = new CompletableFuture<>();
        other.complete(
                platform.taskThreads()
                        .start(
                                "second",
                                getClass().getClassLoader(),
                                waiting -> {
                                    for (long round = 0; round < rounds; round++) {
                                        while (turn.get() != 2 * round + 1) {
                                            waiting.await(Waiting.FOREVER);
                                        }
                                        turn.incrementAndGet();
                                        first.signal();
                                    }
                                },
                                () -> secondEnded.complete(null)));
        await(ended);
        await(secondEnded);
        assertThat(turn.get()).isEqualTo(2L * rounds);
    }

    @Test
    void shouldWaitNoLongerThanTheLimit() {
        start(waiting -> {
            waiting.await(1_000_000);
            waiting.await(0);
        });
        await(ended);
    }

    @Test
    void shouldClearTheFlagOfAnInterruptedWait() {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        start(waiting -> {
            Thread.currentThread().interrupt();
            try {
                waiting.await(Waiting.FOREVER);
            } catch (InterruptedException e) {
                flag.complete(Thread.currentThread().isInterrupted());
            }
        });
        assertThat(await(flag)).isFalse();
    }

    @Test
    @Timeout(30)
    void shouldRunTheLastActAfterAFailureToo() {
        TaskThread thread =
                start(_ -> {
                    throw new IllegalStateException("a task that fails (expected)");
                });
        await(ended);
        assertThat(platform.usage().taskThreads()).isZero();
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(thread.stackTrace()).isEmpty();
    }

    @Test
    void shouldShowNameLoaderAndPlaceOfTheThread() {
        CompletableFuture<String> name = new CompletableFuture<>();
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
        CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
        TaskThread thread =
                platform.taskThreads()
                        .start(
                                "map (1/4)",
                                loader,
                                waiting -> {
                                    seen.complete(Thread.currentThread().getContextClassLoader());
                                    name.complete(Thread.currentThread().getName());
                                    waiting.await(Waiting.FOREVER);
                                },
                                () -> ended.complete(null));
        assertThat(await(name)).isEqualTo("map (1/4)");
        assertThat(await(seen)).isSameAs(loader);
        assertThat(thread.isAlive()).isTrue();
        assertThat(thread.stackTrace()).isNotEmpty();
        thread.signal();
        await(ended);
    }

    @Test
    void shouldInterruptAllThreadsWhenThePlatformIsClosed() {
        TaskThread thread = start(waiting -> waiting.await(Waiting.FOREVER));
        platform.close();
        await(ended);
        assertThat(thread.isAlive()).isFalse();
    }

    private TaskThread start(TaskBody body) {
        return platform.taskThreads()
                .start("first", getClass().getClassLoader(), body, () -> ended.complete(null));
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
