package org.example.job;

import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.Partitioner;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.util.Collector;

/** Functions of each kind, that all fail for the same reason. */
public final class Failing {
    private Failing() {}

    private static long parse(Object value) {
        throw new NumberFormatException("poison " + value);
    }

    public static final class InMap implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long value) {
            return parse(value);
        }
    }

    public static final class InFilter implements FilterFunction<Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(Long value) {
            return parse(value) > 0;
        }
    }

    public static final class InFlatMap implements FlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Long value, Collector<Long> out) {
            parse(value);
        }
    }

    public static final class InProcess extends ProcessFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                Long value, ProcessFunction<Long, Long>.Context ctx, Collector<Long> out) {
            parse(value);
        }
    }

    public static final class InReduce implements ReduceFunction<Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long reduce(Long value1, Long value2) {
            return parse(value1);
        }
    }

    public static final class InKey implements KeySelector<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long getKey(Long value) {
            return parse(value);
        }
    }

    public static final class InPartitioner implements Partitioner<Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public int partition(Long key, int numPartitions) {
            return (int) parse(key);
        }
    }

    public static final class InCoMap implements CoMapFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map1(Long value) {
            return value;
        }

        @Override
        public Long map2(Long value) {
            return parse(value);
        }
    }

    public static final class InCoFlatMap implements CoFlatMapFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap1(Long value, Collector<Long> out) {
            parse(value);
        }

        @Override
        public void flatMap2(Long value, Collector<Long> out) {}
    }

    public static final class InOpen extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext openContext) {
            parse("open");
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    public static final class InClose extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void close() {
            parse("close");
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    /** Hands records on from within a function that swallows whatever goes wrong. */
    public static final class SwallowingAll implements FlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Long value, Collector<Long> out) {
            try {
                out.collect(value);
            } catch (Throwable t) {
                // the mistake that this function is about
            }
        }
    }

    /** Hands records on, and wraps whatever goes wrong. */
    public static final class WrappingAll implements FlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Long value, Collector<Long> out) throws Exception {
            try {
                out.collect(value);
            } catch (RuntimeException e) {
                throw new Exception("wrapped", e);
            }
        }
    }

    public static final class OutOfMemory implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long value) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    public static final class Overflowing implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long value) {
            return value < 0 ? 0L : value + map(value);
        }
    }

    public static final class InWriter implements Sink<Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<Long> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(Long element, SinkWriter.Context record) {
                    parse(element);
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
