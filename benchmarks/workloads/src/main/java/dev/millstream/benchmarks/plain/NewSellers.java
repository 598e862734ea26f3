package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Nexmark 8: each person with each auction that they offer in the window in which they came. A
 * person's value is {@link #CAME}, an auction's its number.
 */
final class NewSellers implements KeyedTask {
    /** Instead of an auction. */
    static final long CAME = -1;

    /** The auctions of a window, as lists by seller. */
    private static final class Window {
        private static final int PRESENT = 1;
        private static final int HEAD = 2;

        private final LongTable people = new LongTable(2);
        private long[] auctions = new long[1024];
        private int[] next = new int[1024];
        private int used = 1;

        void came(long person) {
            int row = people.row(person);
            people.cells()[row + PRESENT] = 1;
        }

        void offered(long seller, long auction) {
            if (used == next.length) {
                auctions = Arrays.copyOf(auctions, used * 2);
                next = Arrays.copyOf(next, used * 2);
            }
            int row = people.row(seller);
            auctions[used] = auction;
            next[used] = (int) people.cells()[row + HEAD];
            people.cells()[row + HEAD] = used++;
        }

        void emit(Tally tally) {
            long[] cells = people.cells();
            for (int cell = 0; cell < cells.length; cell += people.width()) {
                if (cells[cell + PRESENT] == 1) {
                    for (int at = (int) cells[cell + HEAD]; at != 0; at = next[at]) {
                        tally.add(NexmarkPrints.pair(cells[cell] - 1, auctions[at]));
                    }
                }
            }
        }
    }

    private final TreeMap<Long, Window> windows = new TreeMap<>();
    private final Tally tally = new Tally();

    @Override
    public void event(long key, long value, long time) {
        Window window =
                windows.computeIfAbsent(time / NexmarkRules.NEW_WINDOW_MS, _ -> new Window());
        if (value == CAME) {
            window.came(key);
        } else {
            window.offered(key, value);
        }
    }

    @Override
    public void advance(long time) {
        while (!windows.isEmpty() && windows.firstKey() < time / NexmarkRules.NEW_WINDOW_MS) {
            windows.pollFirstEntry().getValue().emit(tally);
        }
    }

    @Override
    public void end() {
        advance(Long.MAX_VALUE);
    }

    @Override
    public Tally tally() {
        return tally;
    }
}
