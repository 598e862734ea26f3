package dev.millstream.taskmanager.task;

/** What a {@link CancellationWatchdog} is told. */
public sealed interface WatchdogEvent {
    /** The task was told to end. Told again, nothing changes. */
    record EndRequested() implements WatchdogEvent {}

    /** The delay of a {@link WatchdogEffect.WakeAfter} has passed. */
    record Woken() implements WatchdogEvent {}

    /** The task has ended. */
    record Ended() implements WatchdogEvent {}
}
