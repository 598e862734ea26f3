package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.protocol.id.ExecutionAttemptID;

/**
 * A request that waits for its answer.
 *
 * @param id names it
 * @param attempt who asks
 * @param host where it runs
 * @param demanded whether any split will do, and the enumerator is to be asked
 */
record SplitRequest(long id, ExecutionAttemptID attempt, String host, boolean demanded) {}
