package dev.millstream.taskmanager.task;

/** What happens to the reports of one attempt. */
public sealed interface ReportEvent {
    /** There is one more to be delivered. */
    record Added(Report report) implements ReportEvent {}

    /** The one that was sent has arrived. */
    record Delivered() implements ReportEvent {}

    /** It is unknown whether the one that was sent has arrived. */
    record Failed() implements ReportEvent {}

    /** The delay of a {@link ReportEffect.RetryAfter} has passed. */
    record RetryDue() implements ReportEvent {}
}
