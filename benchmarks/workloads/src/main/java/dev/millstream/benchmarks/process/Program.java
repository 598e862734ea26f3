package dev.millstream.benchmarks.process;

/** A workload as one engine runs it. */
@FunctionalInterface
public interface Program {
    /**
     * Runs from submission to the end of the job. Sinks leave what they have counted in the folder
     * for results.
     *
     * @throws Exception if the job fails
     */
    void run(Assignment assignment) throws Exception;
}
