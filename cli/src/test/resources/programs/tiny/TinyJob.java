package tiny;

import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Adds up the number that is in its own jar, or fails, or doesn't end. */
public final class TinyJob {
    /** How many records it has when it ends by itself. */
    public static final int RECORDS = 8;

    public static void main(String[] args) throws Exception {
        String kind = args[0];
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSequence(1, kind.equals("endless") ? Long.MAX_VALUE : RECORDS)
                .rebalance()
                .map(new Add(kind.equals("failing")))
                .keyBy(Counted::number)
                .reduce((one, other) -> other)
                .sinkTo(new DiscardingSink<>());
        env.executeAsync("tiny");
    }

    record Counted(long value, long number) {}

    private static final class Add extends RichMapFunction<Long, Counted> {
        private static final long serialVersionUID = 1L;

        private final boolean fails;
        private transient LongCounter sum;
        private transient long number;

        Add(boolean fails) {
            this.fails = fails;
        }

        @Override
        public void open(OpenContext openContext) throws Exception {
            sum = new LongCounter();
            getRuntimeContext().addAccumulator("sum", sum);
            try (InputStream in = Add.class.getResourceAsStream("/number")) {
                number = Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }

        @Override
        public Counted map(Long value) {
            if (fails) {
                throw new IllegalStateException("number " + number + " fails");
            }
            sum.add(number);
            return new Counted(value, number);
        }
    }
}
