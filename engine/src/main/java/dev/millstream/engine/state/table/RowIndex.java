package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/**
 * Where rows are found by a hash: open addressing with linear probing over entries that have a
 * row's number plus 1 in their lower bits and bits of its hash above, so that hardly a wrong row is
 * looked at. 0 is a free place. Entries of small indexes have 16 bits, as it is the processor's
 * caches that they have to fit into. Belongs to one thread.
 */
final class RowIndex {
    /** The largest of small entries: two bits of them are left for the hash. */
    private static final int MOST_SMALL = 1 << 14;

    private final char @Nullable [] small;
    private final int[] large;

    /**
     * Number of places less 1: also a mask for the rows' numbers, as fewer rows than places fit.
     */
    final int mask;

    /** The bits of an entry that are bits of a hash. */
    private final int hashMask;

    /** With so many places, a power of two. */
    RowIndex(int places) {
        this.mask = places - 1;
        boolean isSmall = places <= MOST_SMALL;
        this.small = isSmall ? new char[places] : null;
        this.large = new int[isSmall ? 0 : places];
        this.hashMask = ~mask & (isSmall ? Character.MAX_VALUE : -1);
    }

    int places() {
        return mask + 1;
    }

    /** Whether a row can be told apart from all others. */
    boolean canHold(int row) {
        return row + 1 < mask;
    }

    /** The entry at a place; 0 if the place is free. */
    int entry(int place) {
        char[] entries = small;
        return entries != null ? entries[place] : large[place];
    }

    private void set(int place, int entry) {
        char[] entries = small;
        if (entries != null) {
            entries[place] = (char) entry;
        } else {
            large[place] = entry;
        }
    }

    /** Whether an entry may be that of a row with this hash. */
    boolean isLike(int entry, int hash) {
        return ((entry ^ hash) & hashMask) == 0;
    }

    /** The entry's row. Those of removed rows have a number that no row has. */
    int row(int entry) {
        return (entry & mask) - 1;
    }

    private boolean isRemoved(int entry) {
        return (entry & mask) == mask;
    }

    /** Whether an entry is that of a row. */
    boolean isOfRow(int entry) {
        return entry != 0 && !isRemoved(entry);
    }

    void add(int row, int hash) {
        int place = hash & mask;
        while (entry(place) != 0) {
            place = (place + 1) & mask;
        }
        set(place, (row + 1) | (hash & hashMask));
    }

    /** The place of a row's entry, or -1. */
    int placeOf(int row, int hash) {
        int place = hash & mask;
        for (int entry = entry(place); entry != 0; entry = entry(place)) {
            if ((entry & mask) == row + 1) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    /** Marks the entry at a place as that of no row; those behind it stay where they are. */
    void markRemoved(int place) {
        set(place, mask);
    }

    /** Moves the entry at a place to one that is free or isn't needed any more. */
    void move(int from, int to) {
        set(to, entry(from));
    }

    void free(int place) {
        set(place, 0);
    }
}
