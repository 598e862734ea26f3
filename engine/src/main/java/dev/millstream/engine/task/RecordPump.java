package dev.millstream.engine.task;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.HashedSecondInput;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.SecondInput;
import dev.millstream.engine.specialization.ClassCopies;
import java.util.List;

/** Pushes the records of batches into one input of a chain's head. Templates of one loop each. */
interface RecordPump {
    /**
     * So many records at once are announced to an operator: as many as a processor can wait for.
     */
    int ANNOUNCED = 32;

    /**
     * Takes a batch.
     *
     * @throws Exception what mail between the records throws
     */
    void push(Batch batch) throws Exception;

    /**
     * For one input of a head.
     *
     * @param second whether it is the second one
     */
    static RecordPump of(Operator head, boolean second, Cycle cycle) {
        Class<?> hashed = second ? HashedSecondPump.class : HashedPump.class;
        Class<?> plain = second ? SecondPump.class : PlainPump.class;
        boolean takesHashes =
                second ? head instanceof HashedSecondInput : head instanceof HashedInput;
        return (RecordPump)
                ClassCopies.create(takesHashes ? hashed : plain, List.of(head), head, cycle);
    }

    /** Into the only input, or the first one. */
    final class PlainPump implements RecordPump {
        private final Output head;
        private final Cycle cycle;

        PlainPump(Output head, Cycle cycle) {
            this.head = head;
            this.cycle = cycle;
        }

        @Override
        public void push(Batch batch) throws Exception {
            int size = batch.size();
            for (int i = 0; i < size; i++) {
                head.process(batch.value(i), batch.timestamp(i));
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < size);
                }
            }
        }
    }

    /** Into the first input of an operator that takes hashes. */
    final class HashedPump implements RecordPump {
        private final Output head;
        private final HashedInput hashedHead;
        private final Cycle cycle;

        @SuppressWarnings("UnusedVariable") // so that reading ahead has a result
        private int touched;

        HashedPump(Output head, Cycle cycle) {
            this.head = head;
            this.hashedHead = (HashedInput) head;
            this.cycle = cycle;
        }

        @Override
        public void push(Batch batch) throws Exception {
            int[] keyHashes = batch.keyHashes();
            if (keyHashes == null) {
                pushPlain(batch);
                return;
            }
            int size = batch.size();
            for (int from = 0; from < size; from += ANNOUNCED) {
                int to = Math.min(size, from + ANNOUNCED);
                touched = batch.touch(from, to);
                hashedHead.expect(keyHashes, from, to);
                push(batch, keyHashes, from, to);
            }
        }

        private void push(Batch batch, int[] keyHashes, int from, int to) throws Exception {
            for (int i = from; i < to; i++) {
                hashedHead.processHashed(batch.value(i), batch.timestamp(i), keyHashes[i]);
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < batch.size());
                }
            }
        }

        private void pushPlain(Batch batch) throws Exception {
            int size = batch.size();
            for (int i = 0; i < size; i++) {
                head.process(batch.value(i), batch.timestamp(i));
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < size);
                }
            }
        }
    }

    /** Into the second input. */
    final class SecondPump implements RecordPump {
        private final SecondInput head;
        private final Cycle cycle;

        SecondPump(SecondInput head, Cycle cycle) {
            this.head = head;
            this.cycle = cycle;
        }

        @Override
        public void push(Batch batch) throws Exception {
            int size = batch.size();
            for (int i = 0; i < size; i++) {
                head.processSecond(batch.value(i), batch.timestamp(i));
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < size);
                }
            }
        }
    }

    /** Into the second input of an operator that takes hashes. */
    final class HashedSecondPump implements RecordPump {
        private final HashedSecondInput head;
        private final Cycle cycle;

        @SuppressWarnings("UnusedVariable") // so that reading ahead has a result
        private int touched;

        HashedSecondPump(HashedSecondInput head, Cycle cycle) {
            this.head = head;
            this.cycle = cycle;
        }

        @Override
        public void push(Batch batch) throws Exception {
            int[] keyHashes = batch.keyHashes();
            if (keyHashes == null) {
                pushPlain(batch);
                return;
            }
            int size = batch.size();
            for (int from = 0; from < size; from += ANNOUNCED) {
                int to = Math.min(size, from + ANNOUNCED);
                touched = batch.touch(from, to);
                head.expectSecond(keyHashes, from, to);
                push(batch, keyHashes, from, to);
            }
        }

        private void push(Batch batch, int[] keyHashes, int from, int to) throws Exception {
            for (int i = from; i < to; i++) {
                head.processSecondHashed(batch.value(i), batch.timestamp(i), keyHashes[i]);
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < batch.size());
                }
            }
        }

        private void pushPlain(Batch batch) throws Exception {
            int size = batch.size();
            for (int i = 0; i < size; i++) {
                head.processSecond(batch.value(i), batch.timestamp(i));
                if (cycle.isDue()) {
                    cycle.attend(i + 1 < size);
                }
            }
        }
    }
}
