package dev.millstream.benchmarks.chain;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.benchmarks.chain.Steps.Event;
import dev.millstream.engine.chain.Chain;
import dev.millstream.engine.chain.ChainBuilder;
import dev.millstream.engine.operator.Output;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.chain.ChainNode;
import dev.millstream.graph.chain.ChainOutput;
import dev.millstream.graph.job.OperatorID;
import dev.millstream.streaming.api.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Eight stateless operators and a sink, built as in a task, beside the same loop by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ChainBenchmark {
    private static final int EVENTS = 1 << 12;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final Summing sink = new Summing();
    private final Chain chain = chain();

    /** Opens the chain. */
    @Setup
    public void prepare() {
        chain.open();
    }

    private Chain chain() {
        List<Operation> operations = new ArrayList<>(Steps.operations());
        operations.add(new Operation.IntoSink<>(sink));
        List<ChainNode> nodes = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            List<ChainOutput> outputs =
                    i == operations.size() - 1
                            ? List.of()
                            : List.of(new ChainOutput.ToNode(i + 1, ChainOutput.MAIN));
            nodes.add(
                    new ChainNode(
                            new OperatorID(1, i),
                            "operator " + i,
                            operations.get(i),
                            List.of(0),
                            outputs));
        }
        return new ChainBuilder(
                        new ChainDescriptor(nodes, false, false),
                        Surroundings.scope(),
                        List.of(),
                        Surroundings.factory())
                .build();
    }

    /** Every record goes through the operators. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long operators() {
        Output head = (Output) chain.head();
        for (long i = 0; i < EVENTS; i++) {
            long mixed = i * MIX;
            head.process(new Event(mixed >>> 40, mixed & 0xFFFF), i);
        }
        return sink.sum;
    }

    /** One loop, no objects. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long byHand() {
        long sum = 0;
        for (long i = 0; i < EVENTS; i++) {
            long mixed = i * MIX;
            sum += Steps.byHand(mixed >>> 40, mixed & 0xFFFF);
        }
        return sum;
    }

    /** Adds up what comes. */
    private static final class Summing implements Sink<Event>, SinkWriter<Event> {
        private static final long serialVersionUID = 1L;

        private long sum;

        @Override
        public SinkWriter<Event> createWriter(WriterInitContext context) {
            return this;
        }

        @Override
        public void write(Event element, Context context) {
            sum += Steps.fingerprint(element.key(), element.value());
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
