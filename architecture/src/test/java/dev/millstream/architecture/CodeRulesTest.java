package dev.millstream.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.jobmanager.planted.DecidesByHash;
import dev.millstream.jobmanager.planted.SharesMemory;
import dev.millstream.jobmanager.planted.impl.SlotUtils;
import dev.millstream.rpc.planted.ReachesTheMachine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
    /** Where memory is shared between threads, each with its reason. */
    private static final List<String> SHARED_MEMORY =
            List.of(
                    // Lanes, task threads, timers, links: what the others rely on.
                    "dev.millstream.platform",
                    // Caches of generated serializers, shared by all tasks of a job.
                    "dev.millstream.types",
                    // The hand-over of batches between two tasks' threads.
                    "dev.millstream.engine.exchange",
                    // Mail to a task, the request that it end, its state for others to see;
                    // results on their way from a task to the client.
                    "dev.millstream.engine.thread",
                    "dev.millstream.engine.task",
                    "dev.millstream.engine.sink",
                    // The copies of operators' classes, which all tasks of a process share.
                    "dev.millstream.engine.specialization",
                    // The hand-over of blocks of state to who writes a snapshot.
                    "dev.millstream.engine.state.table",
                    // Requests are answered, and jobs followed, on virtual threads.
                    "dev.millstream.rest",
                    "dev.millstream.client",
                    // What any thread may do to a link that an event loop owns.
                    "dev.millstream.transport",
                    // The simulated machine, and a real one's wiring.
                    "dev.millstream.simulation",
                    "dev.millstream.cluster",
                    "dev.millstream.cli");

    @Test
    void shouldReachTheMachineThroughThePlatformOnly() {
        assertThat(Rules.forbiddenCalls(House.production())).isEmpty();
    }

    @Test
    void shouldCatchCallsThatReachTheMachine() {
        assertThat(Rules.forbiddenCalls(House.planted(ReachesTheMachine.class)))
                .hasSize(6)
                .anyMatch(line -> line.contains("System.nanoTime"))
                .anyMatch(line -> line.contains("Thread.<init>"))
                .anyMatch(line -> line.contains("runAsync"))
                .anyMatch(line -> line.contains("orTimeout"))
                .anyMatch(line -> line.contains("randomUUID"))
                .anyMatch(line -> line.contains("Files.exists"));
    }

    @Test
    void shouldDecideInAnOrderThatRunsCanRepeat() {
        assertThat(Rules.unordered(House.production())).isEmpty();
    }

    @Test
    void shouldCatchDecisionsInRandomOrder() {
        assertThat(Rules.unordered(House.planted(DecidesByHash.class)))
                .anyMatch(line -> line.contains("java.util.HashMap"))
                .anyMatch(line -> line.contains("java.util.Set.of"))
                .anyMatch(line -> line.contains("availableProcessors"));
    }

    @Test
    void shouldShareMemoryOnlyWhereItIsMadeForThat() {
        assertThat(Rules.sharedMemory(House.production(), SHARED_MEMORY)).isEmpty();
    }

    @Test
    void shouldCatchSharedMemoryElsewhere() {
        assertThat(Rules.sharedMemory(House.planted(SharesMemory.class), SHARED_MEMORY)).hasSize(3);
    }

    @Test
    void shouldGiveNamesThatSaySomething() {
        assertThat(Rules.vagueNames(House.production())).isEmpty();
    }

    @Test
    void shouldCatchNamesThatSayNothing() {
        assertThat(Rules.vagueNames(House.planted(SlotUtils.class))).hasSize(1);
    }
}
