package dev.millstream.engine.exchange;

/**
 * What an exchange holds at a moment. At rest, when no task runs and no blocking partition is kept,
 * all but the links are 0.
 *
 * @param batches handed over by reference and not yet taken
 * @param buffers handed over as bytes and not yet sent, or received and not yet taken
 * @param bytes estimated or true size of both
 * @param partitions known to the exchange
 * @param gates open
 * @param requests that wait for a partition to appear
 * @param files of blocking partitions
 * @param links open to and from other processes
 */
public record Outstanding(
        long batches,
        long buffers,
        long bytes,
        long partitions,
        long gates,
        long requests,
        long files,
        long links) {
    /** Whether nothing is held on behalf of any job. */
    public boolean isAtRest() {
        return batches == 0
                && buffers == 0
                && bytes == 0
                && partitions == 0
                && gates == 0
                && requests == 0
                && files == 0;
    }
}
