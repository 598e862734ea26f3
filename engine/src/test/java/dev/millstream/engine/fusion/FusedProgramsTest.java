package dev.millstream.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.engine.harness.Programs;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.util.Collector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusedProgramsTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    /** Changed in place by whoever has it. */
    public static class Box {
        public long content;

        public Box() {}

        Box(long content) {
            this.content = content;
        }
    }

    /** Counts what it is given itself. */
    static final class Counting implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        private long count;

        @Override
        public Long map(Long value) {
            count++;
            return count;
        }
    }

    /** Says what the box before holds, which it has kept. */
    static final class Keeping implements MapFunction<Box, Long> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Box kept;

        @Override
        public Long map(Box value) {
            long content = kept == null ? 0 : kept.content;
            kept = value;
            return content;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11, 12, 13, 40})
    void shouldCallFunctionsInTheirOrderHoweverManyThereAre(int operators) throws Exception {
        List<Long> results =
                results(in -> {
                    DataStream<Long> stream = in;
                    for (int i = 0; i < operators; i++) {
                        long added = i;
                        stream =
                                switch (i % 3) {
                                    case 0 -> stream.map(n -> n * 3 + added);
                                    case 1 -> stream.filter(n -> n % 5 != added % 5);
                                    default ->
                                            stream.flatMap((Long n, Collector<Long> out) -> {
                                                out.collect(n);
                                                if (n % 7 == 0) {
                                                    out.collect(n + added);
                                                }
                                            });
                                };
                    }
                    return stream;
                });

        assertThat(results).isEqualTo(naively(operators));
    }

    private static List<Long> naively(int operators) {
        List<Long> records = new ArrayList<>(numbers());
        for (int i = 0; i < operators; i++) {
            List<Long> next = new ArrayList<>();
            for (long n : records) {
                switch (i % 3) {
                    case 0 -> next.add(n * 3 + i);
                    case 1 -> {
                        if (n % 5 != i % 5) {
                            next.add(n);
                        }
                    }
                    default -> {
                        next.add(n);
                        if (n % 7 == 0) {
                            next.add(n + i);
                        }
                    }
                }
            }
            records = next;
        }
        return records;
    }

    @Test
    void shouldKeepWhatAFlatMapHasEmittedApartFromWhatItDoesToItLater() throws Exception {
        Results<Long> results = new Results<>();
        run(env ->
                env.fromSequence(1, 3)
                        .setParallelism(1)
                        .flatMap((Long n, Collector<Box> out) -> {
                            Box box = new Box(n);
                            out.collect(box);
                            box.content = -n;
                            out.collect(box);
                        })
                        .setParallelism(1)
                        .filter(box -> box.content != 2)
                        .setParallelism(1)
                        .map(new Keeping())
                        .setParallelism(1)
                        .sinkTo(results)
                        .setParallelism(1));

        assertThat(results.values()).containsExactly(0L, 1L, -1L, -2L, 3L);
    }

    @Test
    void shouldGiveEachSubtaskAFunctionOfItsOwn() throws Exception {
        Results<Long> results = new Results<>();
        run(env ->
                env.fromSequence(1, 10)
                        .setParallelism(1)
                        .rebalance()
                        .map(new Counting())
                        .sinkTo(results));

        assertThat(results.values())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 1L, 2L, 3L, 4L, 5L);
    }

    private void run(Programs.Body program) throws Exception {
        assertThat(process.start(program).await().failures()).isEmpty();
    }

    /** The results of operators on one subtask. */
    private List<Long> results(Operators operators) throws Exception {
        Results<Long> results = new Results<>();
        run(env -> {
            env.setParallelism(1);
            operators.apply(env.fromSequence(1, 50)).sinkTo(results);
        });
        return results.values();
    }

    /** What comes between the source and the sink. */
    interface Operators {
        DataStream<Long> apply(DataStream<Long> in);
    }

    private static List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        for (long n = 1; n <= 50; n++) {
            numbers.add(n);
        }
        return Collections.unmodifiableList(numbers);
    }
}
