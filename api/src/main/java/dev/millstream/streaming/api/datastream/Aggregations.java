package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.typeinfo.LambdaSignature;
import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.api.java.functions.FieldUpdate;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.aggregation.ExtremeRecordFunction;
import dev.millstream.streaming.api.functions.aggregation.ExtremumFunction;
import dev.millstream.streaming.api.functions.aggregation.FieldPath;
import dev.millstream.streaming.api.functions.aggregation.FunctionReference;
import dev.millstream.streaming.api.functions.aggregation.SumFunction;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import java.util.function.Predicate;

/** Makes the reduce functions of sums and extrema, and checks that there are such fields. */
final class Aggregations<T> {
    private final Transformation<T> input;

    Aggregations(Transformation<T> input) {
        this.input = input;
    }

    ReduceFunction<T> sum(String field) {
        return new SumFunction<>(checked("sum", field, SumFunction::canSum, "a number"));
    }

    <N> ReduceFunction<T> sum(KeySelector<T, N> getter, FieldUpdate<T, N> update) {
        return new SumFunction<>(new FunctionReference<>(getter, update));
    }

    ReduceFunction<T> extremum(String what, String field, boolean highest) {
        return new ExtremumFunction<>(comparable(what, field), highest);
    }

    <C> ReduceFunction<T> extremum(
            KeySelector<T, C> getter, FieldUpdate<T, C> update, boolean highest) {
        return new ExtremumFunction<>(new FunctionReference<>(getter, update), highest);
    }

    ReduceFunction<T> extremeRecord(String what, String field, boolean highest, boolean first) {
        FieldPath<T> path = comparable(what, field);
        return new ExtremeRecordFunction<>(path::get, highest, first);
    }

    <C> ReduceFunction<T> extremeRecord(KeySelector<T, C> value, boolean highest) {
        return new ExtremeRecordFunction<>(value, highest, true);
    }

    /** The name of the field that a reference to an accessor reads. */
    String property(String what, KeySelector<T, ?> accessor) {
        return LambdaSignature.of(accessor)
                .flatMap(LambdaSignature::property)
                .orElseThrow(() ->
                        refused(
                                what,
                                "its function isn't a reference to an accessor such as"
                                        + " Word::count, so there is no telling which field"
                                        + " it reads. Give a second function, which"
                                        + " exchanges the value: (word, count) -> new"
                                        + " Word(word.text(), count)."));
    }

    private FieldPath<T> comparable(String what, String field) {
        return checked(what, field, ExtremumFunction::canCompare, "comparable");
    }

    private FieldPath<T> checked(
            String what, String field, Predicate<Class<?>> suits, String wanted) {
        FieldPath<T> path = new FieldPath<>(field);
        Class<?> recordClass = input.getOutputType().getTypeClass();
        if (recordClass == Object.class || recordClass.isInterface()) {
            return path;
        }
        Class<?> fieldClass;
        try {
            fieldClass = path.check(recordClass);
        } catch (IllegalArgumentException failure) {
            throw refused(what, failure.getMessage() + ".");
        }
        if (!suits.test(fieldClass)) {
            throw refused(
                    what,
                    "field '"
                            + field
                            + "' of "
                            + recordClass.getName()
                            + " is a "
                            + fieldClass.getName()
                            + ", which isn't "
                            + wanted
                            + ".");
        }
        return path;
    }

    /** What made the records that were keyed. */
    private Transformation<?> origin() {
        return input instanceof PartitionTransformation<?> keyed ? keyed.getInput() : input;
    }

    private InvalidProgramException refused(String what, String why) {
        return new InvalidProgramException(
                "Operator '"
                        + what
                        + "' at "
                        + CallSite.capture()
                        + ", on records of "
                        + origin()
                        + ", can't work: "
                        + why);
    }
}
