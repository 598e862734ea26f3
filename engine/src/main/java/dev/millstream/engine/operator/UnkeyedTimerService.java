package dev.millstream.engine.operator;

import dev.millstream.streaming.api.TimerService;

/** Tells what time it is; there are no timers, as there is no key to have them for. */
public interface UnkeyedTimerService extends TimerService {
    /** The operator, subtask and TaskManager, for errors. */
    String location();

    @Override
    default void registerProcessingTimeTimer(long time) {
        throw refusal();
    }

    @Override
    default void registerEventTimeTimer(long time) {
        throw refusal();
    }

    @Override
    default void deleteProcessingTimeTimer(long time) {
        throw refusal();
    }

    @Override
    default void deleteEventTimeTimer(long time) {
        throw refusal();
    }

    private UnsupportedOperationException refusal() {
        return new UnsupportedOperationException(
                location()
                        + " uses a timer, but its input isn't keyed, and timers belong to keys."
                        + " Apply the function to a keyed stream: stream.keyBy(...).process(...).");
    }
}
