package dev.millstream.taskmanager.classes;

import dev.millstream.graph.job.BlobKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows which jars are in the cache, who uses them, and which have to go. What is in use stays,
 * even above the limit; of the rest the least recently used goes first.
 */
final class BlobIndex {
    private static final class Entry {
        final long sizeBytes;
        int uses;
        long lastUse;

        Entry(long sizeBytes) {
            this.sizeBytes = sizeBytes;
        }
    }

    private final long limitBytes;
    private final Map<String, Entry> entries = new TreeMap<>();
    private long ticks;

    BlobIndex(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /**
     * Notes one more user.
     *
     * @return whether the blob was unknown, so that the caller has to fetch it
     */
    boolean acquire(BlobKey blob) {
        Entry entry = entries.get(blob.sha256());
        boolean unknown = entry == null;
        if (entry == null) {
            entry = new Entry(blob.sizeBytes());
            entries.put(blob.sha256(), entry);
        }
        entry.uses++;
        entry.lastUse = ticks++;
        return unknown;
    }

    /**
     * Notes one user less.
     *
     * @return hashes of the blobs that are to be deleted and are forgotten now
     */
    List<String> release(BlobKey blob) {
        Entry entry = entries.get(blob.sha256());
        if (entry == null || entry.uses == 0) {
            throw new IllegalStateException("Blob " + blob.sha256() + " is released too often");
        }
        entry.uses--;
        List<String> evicted = new ArrayList<>();
        while (sizeBytes() > limitBytes && evictOne(evicted)) {
            // evictOne makes progress until nothing idle is left
        }
        return evicted;
    }

    /** Forgets a blob that could not be fetched, with all its users. */
    void drop(BlobKey blob) {
        entries.remove(blob.sha256());
    }

    /** Hashes of all blobs, for the end. */
    List<String> all() {
        return List.copyOf(entries.keySet());
    }

    private long sizeBytes() {
        long sum = 0;
        for (Entry entry : entries.values()) {
            sum += entry.sizeBytes;
        }
        return sum;
    }

    private boolean evictOne(List<String> evicted) {
        String oldest = null;
        long oldestUse = Long.MAX_VALUE;
        for (Map.Entry<String, Entry> candidate : entries.entrySet()) {
            Entry entry = candidate.getValue();
            if (entry.uses == 0 && entry.lastUse < oldestUse) {
                oldest = candidate.getKey();
                oldestUse = entry.lastUse;
            }
        }
        if (oldest == null) {
            return false;
        }
        entries.remove(oldest);
        evicted.add(oldest);
        return true;
    }
}
