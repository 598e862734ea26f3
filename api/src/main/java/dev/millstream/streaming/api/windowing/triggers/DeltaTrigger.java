package dev.millstream.streaming.api.windowing.triggers;

import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.streaming.api.functions.windowing.delta.DeltaFunction;
import dev.millstream.streaming.api.windowing.windows.Window;

/** Fires when a record differs by more than a threshold from the one that fired last. */
public class DeltaTrigger<T, W extends Window> extends Trigger<T, W> {
    private static final long serialVersionUID = 1L;

    private final double threshold;
    private final DeltaFunction<T> deltaFunction;
    private final ValueStateDescriptor<T> last;

    private DeltaTrigger(
            double threshold, DeltaFunction<T> deltaFunction, TypeInformation<T> elementType) {
        this.threshold = threshold;
        this.deltaFunction = deltaFunction;
        this.last = new ValueStateDescriptor<>("last-element", elementType);
    }

    /** For elements whose type is learned. Ours. */
    public static <T, W extends Window> DeltaTrigger<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction) {
        return of(threshold, deltaFunction, TypeInformation.unknown());
    }

    /** For elements of a type. */
    public static <T, W extends Window> DeltaTrigger<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction, TypeInformation<T> elementType) {
        return new DeltaTrigger<>(threshold, deltaFunction, elementType);
    }

    @Override
    public TriggerResult onElement(T element, long timestamp, W window, TriggerContext ctx)
            throws Exception {
        ValueState<T> state = ctx.getPartitionedState(last);
        T previous = state.value();
        if (previous == null) {
            state.update(element);
            return TriggerResult.CONTINUE;
        }
        if (deltaFunction.getDelta(previous, element) > threshold) {
            state.update(element);
            return TriggerResult.FIRE;
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ctx.getPartitionedState(last).clear();
    }

    @Override
    public String toString() {
        return "DeltaTrigger(" + threshold + ")";
    }
}
