package dev.millstream.taskmanager.task;

/** What is to be done after a {@link ReportEvent}. */
public sealed interface ReportEffect {
    /** Send this report and tell what becomes of it. */
    record Send(Report report) implements ReportEffect {}

    /** Send {@link ReportEvent.RetryDue} after a while. */
    record RetryAfter(long delayMs) implements ReportEffect {}

    /** All is delivered, and the last was a terminal state: none will come. */
    record Complete() implements ReportEffect {}
}
