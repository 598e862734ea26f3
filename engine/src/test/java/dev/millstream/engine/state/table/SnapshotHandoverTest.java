package dev.millstream.engine.state.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thread changes a table while others read what it was. */
class SnapshotHandoverTest {
    private static final int READERS = 2;
    private static final int SNAPSHOTS = 24;

    /** A snapshot that is being read, and what it must hold. */
    private record Reading(Future<Boolean> equal, Map<Long, List<Object>> expected) {}

    @ParameterizedTest
    @CsvSource({
        "LONG, 20",
        "LONG, 600",
        "LONG, 4000",
        "INT, 600",
        "OBJECT, 20",
        "OBJECT, 600",
        "OBJECT, 4000"
    })
    void shouldReadWhatTheTableHeldHoweverItIsChangedMeanwhile(KeyKind kind, int keys)
            throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int seed = 0; seed < 6; seed++) {
                race(new TableTwin(kind), keys, new Random(seed), readers);
            }
        }
    }

    private static void race(TableTwin twin, int keys, Random random, ExecutorService readers)
            throws InterruptedException, ExecutionException {
        List<Reading> open = new ArrayList<>();
        for (int taken = 0; taken < SNAPSHOTS; taken++) {
            change(twin, random, random.nextInt(2 * keys), keys);
            open.add(read(twin, random, readers));
            if (open.size() > READERS) {
                finish(open.removeFirst(), twin, random, keys);
            }
        }
        while (!open.isEmpty()) {
            finish(open.removeFirst(), twin, random, keys);
        }
        twin.check();
    }

    private static Reading read(TableTwin twin, Random random, ExecutorService readers) {
        TableSnapshot snapshot = twin.table.snapshot(random.nextBoolean());
        Map<Long, List<Object>> expected = twin.expected();
        Callable<Boolean> reader =
                () -> {
                    try (snapshot) {
                        // Again and again: what it holds doesn't depend on how much was changed
                        // since.
                        for (int pass = 0; pass < 4; pass++) {
                            if (!twin.read(snapshot).equals(expected)) {
                                return false;
                            }
                        }
                        return true;
                    }
                };
        return new Reading(readers.submit(reader), expected);
    }

    private static void finish(Reading reading, TableTwin twin, Random random, int keys)
            throws InterruptedException, ExecutionException {
        while (!reading.equal.isDone()) {
            change(twin, random, 16, keys);
        }
        assertThat(reading.equal.get())
                .as("%d keys are read as they were", reading.expected.size())
                .isTrue();
    }

    private static void change(TableTwin twin, Random random, int steps, int keys) {
        for (int i = 0; i < steps; i++) {
            twin.step(random, keys);
        }
    }
}
