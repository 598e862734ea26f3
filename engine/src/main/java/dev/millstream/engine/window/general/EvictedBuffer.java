package dev.millstream.engine.window.general;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.streaming.runtime.operators.windowing.TimestampedValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Keeps all records, for an evictor to choose from when the window is emitted. */
final class EvictedBuffer implements WindowBuffer, Evictor.EvictorContext {
    private final OperatorContext context;
    private final Evictor<Object, Window> evictor;
    private final Contents contents;
    private final Emitter emitter;
    private final EventTime eventTime;

    EvictedBuffer(
            OperatorContext context,
            Evictor<Object, Window> evictor,
            Contents contents,
            Emitter emitter,
            EventTime eventTime) {
        this.context = context;
        this.evictor = evictor;
        this.contents = contents;
        this.emitter = emitter;
        this.eventTime = eventTime;
    }

    @Override
    public Object add(@Nullable Object kept, Object element, long timestamp) {
        Deque<TimestampedValue<Object>> elements =
                kept == null ? new ArrayDeque<>() : elements(kept);
        elements.add(new TimestampedValue<>(element, timestamp));
        return elements;
    }

    @Override
    public Object merge(@Nullable Object into, Object part) {
        Deque<TimestampedValue<Object>> elements =
                into == null ? new ArrayDeque<>() : elements(into);
        elements.addAll(elements(part));
        return elements;
    }

    @SuppressWarnings("unchecked") // what this class has made
    private static Deque<TimestampedValue<Object>> elements(Object kept) {
        return (Deque<TimestampedValue<Object>>) kept;
    }

    @Override
    public void emit(WindowEntry entry, Object kept) {
        Deque<TimestampedValue<Object>> elements = elements(kept);
        try {
            evictor.evictBefore(elements, elements.size(), entry.window, this);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
        Object sum = null;
        for (TimestampedValue<Object> element : elements) {
            sum = contents.add(sum, contents.unshared(element.getValue()));
        }
        if (sum != null) {
            emitter.emit(entry.owner.key, entry.window, contents.result(sum));
        }
        try {
            evictor.evictAfter(elements, elements.size(), entry.window, this);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public long getCurrentProcessingTime() {
        return context.scope().platform().clock().wallMs();
    }

    @Override
    public long getCurrentWatermark() {
        return eventTime.getAsLong();
    }
}
