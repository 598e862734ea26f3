package dev.millstream.taskmanager.task;

/** What a {@link CancellationWatchdog} wants done. */
public sealed interface WatchdogEffect {
    /** Send {@link WatchdogEvent.Woken} after a while. */
    record WakeAfter(long delayMs) implements WatchdogEffect {}

    /** The task has ended: {@link WatchdogEvent.Woken} needn't be sent any more. */
    record CancelWake() implements WatchdogEffect {}

    /** Interrupt the task's thread, and log where it is. */
    record Interrupt(long waitedMs) implements WatchdogEffect {}

    /** The task ignores all this: report it as failed, with its stack, and go on without it. */
    record GiveUp(long waitedMs) implements WatchdogEffect {}
}
