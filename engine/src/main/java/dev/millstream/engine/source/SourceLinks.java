package dev.millstream.engine.source;

import dev.millstream.engine.operator.TaskScope;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.util.clock.RelativeClock;

/**
 * How a source task reaches the rest of its job.
 *
 * @param attempt the task's
 * @param host where it runs
 * @param requests where it gets splits
 * @param coordinator the way to its enumerator
 * @param watermarkIntervalMs how often watermark generators are asked; 0 for never
 * @param idleTimeoutMs after which time with nothing to read a source is idle; 0 for never
 */
public record SourceLinks(
        ExecutionAttemptID attempt,
        String host,
        SplitRequests requests,
        CoordinatorLink coordinator,
        long watermarkIntervalMs,
        long idleTimeoutMs) {
    /**
     * Time during which a task could have emitted: it stands still while its receivers are slow.
     */
    public static RelativeClock activityClock(TaskScope scope) {
        return new ActivityClock(scope.platform().clock(), scope.waiting());
    }
}
