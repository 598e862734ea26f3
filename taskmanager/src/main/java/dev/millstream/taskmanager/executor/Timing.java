package dev.millstream.taskmanager.executor;

import static dev.millstream.taskmanager.TaskManagerOptions.CANCELLATION_INTERVAL;
import static dev.millstream.taskmanager.TaskManagerOptions.CANCELLATION_TIMEOUT;
import static dev.millstream.taskmanager.TaskManagerOptions.METRICS_INTERVAL;
import static dev.millstream.taskmanager.TaskManagerOptions.REGISTRATION_INITIAL_DELAY;
import static dev.millstream.taskmanager.TaskManagerOptions.REGISTRATION_MAX_DELAY;
import static dev.millstream.taskmanager.TaskManagerOptions.REGISTRATION_REFUSED_DELAY;
import static dev.millstream.taskmanager.TaskManagerOptions.SLOT_TIMEOUT;

import dev.millstream.configuration.Configuration;
import dev.millstream.taskmanager.registration.Backoff;

/** A TaskExecutor's delays, in milliseconds, as configured. */
record Timing(
        Backoff backoff,
        long slotTimeoutMs,
        long cancellationIntervalMs,
        long cancellationTimeoutMs,
        long metricsIntervalMs) {
    static Timing of(Configuration configuration) {
        return new Timing(
                new Backoff(
                        configuration.get(REGISTRATION_INITIAL_DELAY).toMillis(),
                        configuration.get(REGISTRATION_MAX_DELAY).toMillis(),
                        configuration.get(REGISTRATION_REFUSED_DELAY).toMillis()),
                configuration.get(SLOT_TIMEOUT).toMillis(),
                configuration.get(CANCELLATION_INTERVAL).toMillis(),
                configuration.get(CANCELLATION_TIMEOUT).toMillis(),
                configuration.get(METRICS_INTERVAL).toMillis());
    }
}
