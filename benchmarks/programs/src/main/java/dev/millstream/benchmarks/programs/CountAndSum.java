package dev.millstream.benchmarks.programs;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.NamedEvent;
import dev.millstream.benchmarks.workload.ReorderedEvent;

/**
 * Count and sum of a key's records. Integers: in whatever order, so the engine may combine.
 *
 * @param <T> records
 */
abstract class CountAndSum<T> implements AggregateFunction<T, Totals, Counted>, Mergeable {
    private static final long serialVersionUID = 1L;

    @Override
    public Totals createAccumulator() {
        return new Totals();
    }

    @Override
    public Counted getResult(Totals totals) {
        return new Counted(totals.key, totals.count, totals.sum);
    }

    @Override
    public Totals merge(Totals a, Totals b) {
        return a.add(b);
    }

    /** Of records. */
    static final class OfEvents extends CountAndSum<Event> {
        private static final long serialVersionUID = 1L;

        @Override
        public Totals add(Event event, Totals totals) {
            return totals.add(event.key(), event.value());
        }
    }

    /** Of beans. */
    static final class OfPojos extends CountAndSum<EventPojo> {
        private static final long serialVersionUID = 1L;

        @Override
        public Totals add(EventPojo event, Totals totals) {
            return totals.add(event.key, event.value);
        }
    }

    /** Of records with fields in another order. */
    static final class OfReordered extends CountAndSum<ReorderedEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public Totals add(ReorderedEvent event, Totals totals) {
            return totals.add(event.key(), event.value());
        }
    }

    /** Of records whose keys are texts. */
    static final class OfNamed
            implements AggregateFunction<NamedEvent, NamedTotals, NamedCounted>, Mergeable {
        private static final long serialVersionUID = 1L;

        @Override
        public NamedTotals createAccumulator() {
            return new NamedTotals();
        }

        @Override
        public NamedTotals add(NamedEvent event, NamedTotals totals) {
            totals.key = event.key();
            totals.count++;
            totals.sum += event.value();
            return totals;
        }

        @Override
        public NamedCounted getResult(NamedTotals totals) {
            return new NamedCounted(totals.key, totals.count, totals.sum);
        }

        @Override
        public NamedTotals merge(NamedTotals a, NamedTotals b) {
            a.key = b.count == 0 ? a.key : b.key;
            a.count += b.count;
            a.sum += b.sum;
            return a;
        }
    }
}
