package dev.millstream.engine.batch;

/** Estimates what the entries of a table take, from some of them. */
final class SizeEstimate {
    /** What an entry takes besides its key and value. */
    private static final long ENTRY_BYTES = 64;

    /** Of so many new entries the size of one is measured. */
    private static final int SAMPLE = 16;

    private final Spilling spilling;
    private long sampledBytes;
    private long samples;

    SizeEstimate(Spilling spilling) {
        this.spilling = spilling;
    }

    /**
     * An entry was added.
     *
     * @param index the number of entries before
     * @return whether the table now takes all the memory there is
     */
    boolean isFullAfter(int index, Object key, Object record) {
        if (index % SAMPLE == 0) {
            samples++;
            sampledBytes += spilling.sizeOf(key, record);
            long estimatedBytes = (index + 1) * (ENTRY_BYTES + sampledBytes / samples);
            return estimatedBytes > spilling.memoryBytes();
        }
        return false;
    }
}
