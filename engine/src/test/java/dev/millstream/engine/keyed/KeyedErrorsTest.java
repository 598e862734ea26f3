package dev.millstream.engine.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.util.Collector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told that use state or timers where there are none. */
class KeyedErrorsTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    private interface Body<T> {
        void build(StreamExecutionEnvironment env, Results<T> results);
    }

    private String failureOf(Body<String> body) throws Exception {
        Results<String> results = new Results<>();
        TestJob job = process.start(env -> body.build(env, results));
        job.await();
        assertThat(job.failures()).isNotEmpty();
        return job.failures().getFirst().toString();
    }

    /** Wants state, of which a stream without keys has none. */
    static final class Stateful extends RichMapFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Long.class));
        }

        @Override
        public String map(Long value) {
            return "";
        }
    }

    @Test
    void shouldSayThatStateNeedsAKey() throws Exception {
        String failure =
                failureOf((env, sink) ->
                        env.fromSequence(1, 5).map(new Stateful()).name("remember").sinkTo(sink));

        assertThat(failure).contains("'remember'", "keyed state 'seen'", "keyBy");
    }

    @Test
    void shouldSayThatTimersNeedAKey() throws Exception {
        String failure =
                failureOf((env, sink) ->
                        env.fromSequence(1, 5).process(new Waiting()).name("wait").sinkTo(sink));

        assertThat(failure).contains("'wait'", "uses a timer", "keyBy");
    }

    /** Uses its state when there is no record. */
    static final class TooEarly extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().getState(new ValueStateDescriptor<>("v", Long.class)).update(1L);
        }

        @Override
        public void processElement(
                Long value,
                KeyedProcessFunction<Long, Long, String>.Context ctx,
                Collector<String> out) {}
    }

    @Test
    void shouldSayThatStateIsThereForRecordsOnly() throws Exception {
        String failure =
                failureOf((env, sink) ->
                        env.fromSequence(1, 5)
                                .keyBy(n -> n)
                                .process(new TooEarly())
                                .name("hasty")
                                .sinkTo(sink));

        assertThat(failure).contains("'hasty'", "no record of a key is at hand", "open()");
    }

    @Test
    void shouldRefuseOneNameForTwoStates() throws Exception {
        String failure =
                failureOf((env, sink) ->
                        env.fromSequence(1, 5).keyBy(n -> n).map(new Ambiguous()).sinkTo(sink));

        assertThat(failure).contains("asks for the state 'x'", "name of its own");
    }

    @Test
    void shouldRefuseAKeyWhoseHashIsNotTheOneThatItsSenderFound() throws Exception {
        String failure =
                failureOf((env, sink) ->
                        env.fromSequence(1, 5)
                                .keyBy(n -> new Fickle())
                                .reduce(Long::sum)
                                .map(n -> "" + n)
                                .sinkTo(sink));

        assertThat(failure).contains(Fickle.class.getName(), "whose hash is not the one");
    }

    /** A key that hashes itself, each time to something else. */
    static final class Fickle {
        private static final AtomicInteger HASHES = new AtomicInteger();

        @Override
        public boolean equals(Object other) {
            return other instanceof Fickle;
        }

        @Override
        public int hashCode() {
            return HASHES.incrementAndGet();
        }
    }

    /** Wants a timer, of which a stream without keys has none. */
    static final class Waiting extends ProcessFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                Long value, ProcessFunction<Long, String>.Context ctx, Collector<String> out) {
            ctx.timerService().registerEventTimeTimer(1);
        }
    }

    /** Asks for two states by one name. */
    static final class Ambiguous extends RichMapFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext context) {
            var runtime = getRuntimeContext();
            runtime.getState(new ValueStateDescriptor<>("x", Long.class));
            runtime.getListState(new ListStateDescriptor<>("x", Long.class));
        }

        @Override
        public String map(Long value) {
            return "";
        }
    }
}
