package dev.millstream.engine.thread;

import dev.millstream.protocol.task.FailureInfo;

/** Why a task is to end before it has done its work. */
public sealed interface EndRequest {
    /** It is no longer wanted. */
    record Cancel() implements EndRequest {}

    /** Something outside it has failed. */
    record Fail(FailureInfo cause) implements EndRequest {}
}
