package dev.millstream.protocol.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.types.WireId;
import java.util.List;

/** How a job ended. */
public sealed interface JobResult {
    JobID job();

    /** From submission to the end. */
    long durationMs();

    List<AccumulatorSnapshot> accumulators();

    @WireId(1)
    record JobResultSuccess(JobID job, long durationMs, List<AccumulatorSnapshot> accumulators)
            implements JobResult {
        public JobResultSuccess {
            accumulators = List.copyOf(accumulators);
        }
    }

    @WireId(2)
    record JobResultFailure(
            JobID job, long durationMs, List<AccumulatorSnapshot> accumulators, FailureInfo cause)
            implements JobResult {
        public JobResultFailure {
            accumulators = List.copyOf(accumulators);
        }
    }

    @WireId(3)
    record JobResultCanceled(JobID job, long durationMs, List<AccumulatorSnapshot> accumulators)
            implements JobResult {
        public JobResultCanceled {
            accumulators = List.copyOf(accumulators);
        }
    }
}
