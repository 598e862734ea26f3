package dev.millstream.api.common;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A job that has finished. */
public class JobExecutionResult extends JobSubmissionResult {
    private final long netRuntimeMs;
    private final Map<String, Object> accumulators;

    /**
     * @param netRuntimeMs from submission to the end
     * @param accumulators results by name
     */
    public JobExecutionResult(JobID jobID, long netRuntimeMs, Map<String, Object> accumulators) {
        super(jobID);
        this.netRuntimeMs = netRuntimeMs;
        this.accumulators = new TreeMap<>(accumulators);
    }

    /** Milliseconds from submission to the end. */
    public long getNetRuntime() {
        return netRuntimeMs;
    }

    /** The time from submission to the end, rounded down. */
    public long getNetRuntime(TimeUnit desiredUnit) {
        return desiredUnit.convert(netRuntimeMs, TimeUnit.MILLISECONDS);
    }

    /** The result of an accumulator; null if there is none of this name. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    // the caller knows what it has added
    public <T> @Nullable T getAccumulatorResult(String accumulatorName) {
        return (T) accumulators.get(accumulatorName);
    }

    /** All results, by name. */
    public Map<String, Object> getAllAccumulatorResults() {
        return new TreeMap<>(accumulators);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("Job ").append(getJobID()).append(" finished in ").append(netRuntimeMs);
        text.append(" ms");
        accumulators.forEach(
                (name, value) -> text.append("\n- ").append(name).append(": ").append(value));
        return text.toString();
    }
}
