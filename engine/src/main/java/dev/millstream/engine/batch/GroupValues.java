package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.streaming.api.functions.aggregation.FieldFold;
import java.util.Optional;

/** What is kept of the records of a key. */
interface GroupValues {
    /** Of the first record. */
    Object first(Object record);

    /** Of what is kept and one more record. */
    Object add(Object kept, Object record);

    /** The key's result. */
    Object result(Object kept);

    /**
     * For a function.
     *
     * @param recordClass of the first record
     */
    static GroupValues of(
            OperatorContext context, ReduceFunction<Object> function, Class<?> recordClass) {
        Optional<AggregateFunction<Object, FieldFold.Kept<Object>, Object>> fold =
                FieldFold.of(function, recordClass);
        return fold.isPresent() ? new Folded(context, fold.get()) : new Reduced(context, function);
    }

    /** The records reduced so far. */
    record Reduced(OperatorContext context, ReduceFunction<Object> function)
            implements GroupValues {
        @Override
        public Object first(Object record) {
            return record;
        }

        @Override
        public Object add(Object kept, Object record) {
            try {
                return function.reduce(kept, record);
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }

        @Override
        public Object result(Object kept) {
            return kept;
        }
    }

    /** An aggregate of one field, kept beside the first record. */
    record Folded(
            OperatorContext context, AggregateFunction<Object, FieldFold.Kept<Object>, Object> fold)
            implements GroupValues {
        @Override
        public Object first(Object record) {
            return add(fold.createAccumulator(), record);
        }

        @Override
        @SuppressWarnings("unchecked") // what is kept is what first and add gave
        public Object add(Object kept, Object record) {
            try {
                return fold.add(record, (FieldFold.Kept<Object>) kept);
            } catch (Throwable t) { // a field that can't be read, as in a record that is null
                throw context.userFailure(t);
            }
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public Object result(Object kept) {
            try {
                return fold.getResult((FieldFold.Kept<Object>) kept);
            } catch (Throwable t) { // as above
                throw context.userFailure(t);
            }
        }
    }
}
