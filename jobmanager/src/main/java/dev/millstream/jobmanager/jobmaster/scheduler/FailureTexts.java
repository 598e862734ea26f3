package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.task.FailureInfo;

/** What the scheduler says about failures that no task reported. */
final class FailureTexts {
    private FailureTexts() {}

    static FailureInfo taskManagerLost(Attempt attempt, String reason) {
        return at(
                attempt,
                "TaskManager "
                        + taskManager(attempt)
                        + " was lost while "
                        + attempt.name()
                        + " ran there: "
                        + reason
                        + ".");
    }

    static FailureInfo resultLost(Attempt attempt, String reason) {
        return at(
                attempt,
                "TaskManager "
                        + taskManager(attempt)
                        + " was lost, and with it the result of "
                        + attempt.name()
                        + ", which is still needed: "
                        + reason
                        + ".");
    }

    static FailureInfo slotLost(ResourceID taskManager, String reason) {
        return FailureInfo.ofMessage(
                "TaskManager "
                        + taskManager
                        + " was lost before all tasks that were to run there had begun: "
                        + reason
                        + ".");
    }

    static FailureInfo refused(Attempt attempt, String reason) {
        return at(
                attempt,
                attempt.name()
                        + " could not be deployed to TaskManager "
                        + taskManager(attempt)
                        + ": "
                        + reason);
    }

    static FailureInfo canceledByItself(Attempt attempt) {
        return at(
                attempt,
                attempt.name()
                        + " was cancelled by TaskManager "
                        + taskManager(attempt)
                        + ", though the job did not ask for it.");
    }

    static FailureInfo unexplained(Attempt attempt) {
        return at(
                attempt,
                attempt.name()
                        + " failed on TaskManager "
                        + taskManager(attempt)
                        + ", which did not say why. See its log.");
    }

    static FailureInfo conflict(Attempt attempt, String message) {
        return new FailureInfo(message, "", "", true, attempt.name(), false);
    }

    static FailureInfo missingSlots(String message) {
        return new FailureInfo(message, "", "", false, "", false);
    }

    /** The failure with a sentence about restarts behind its message. */
    static FailureInfo with(FailureInfo failure, String sentence) {
        return sentence.isEmpty()
                ? failure
                : new FailureInfo(
                        ended(failure.message()) + " " + sentence,
                        failure.exceptionClass(),
                        failure.stackTrace(),
                        failure.userCode(),
                        failure.location(),
                        failure.retryable());
    }

    /** What a user's exception says seldom ends with a full stop. */
    private static String ended(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static FailureInfo at(Attempt attempt, String message) {
        return new FailureInfo(
                message, "", "", false, attempt.name() + " on " + taskManager(attempt), true);
    }

    private static String taskManager(Attempt attempt) {
        return TaskStates.taskManager(attempt).map(Object::toString).orElse("(none)");
    }
}
