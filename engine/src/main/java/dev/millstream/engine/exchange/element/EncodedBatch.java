package dev.millstream.engine.exchange.element;

/**
 * A batch as bytes. The first {@link #PREFIX_BYTES} are left free for whoever sends it on, so that
 * it needn't be copied. Owned by one thread at a time.
 */
public final class EncodedBatch implements Sized {
    /** What is left free at the beginning. */
    public static final int PREFIX_BYTES = 5;

    private final byte[] array;
    private final int end;
    private final boolean last;

    /**
     * @param array belongs to the batch from now on
     * @param end where the content ends that begins behind the prefix
     * @param last whether nothing follows on this channel
     */
    public EncodedBatch(byte[] array, int end, boolean last) {
        this.array = array;
        this.end = end;
        this.last = last;
    }

    /** The array itself, with free bytes first. */
    public byte[] array() {
        return array;
    }

    /** Where the content ends in {@link #array}. */
    public int end() {
        return end;
    }

    /** Whether nothing follows on this channel. */
    public boolean isLast() {
        return last;
    }

    /** Size of the content, without the prefix. */
    @Override
    public long bytes() {
        return (long) end - PREFIX_BYTES;
    }
}
