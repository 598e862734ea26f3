package dev.millstream.taskmanager.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a fake was told, in order. Thread-safe. */
class Journal {
    private final BlockingQueue<String> entries = new LinkedBlockingQueue<>();

    final void add(String entry) {
        entries.add(entry);
    }

    /** The next entry; waits for it. */
    final String next() throws InterruptedException {
        String entry = entries.poll(60, TimeUnit.SECONDS);
        if (entry == null) {
            throw new AssertionError("Nothing more was told");
        }
        return entry;
    }

    /** Skips entries up to one that begins like this. */
    final String nextThat(String begins) throws InterruptedException {
        List<String> skipped = new ArrayList<>();
        while (true) {
            String entry = entries.poll(60, TimeUnit.SECONDS);
            if (entry == null) {
                throw new AssertionError("No '" + begins + "' but " + skipped);
            }
            if (entry.startsWith(begins)) {
                return entry;
            }
            skipped.add(entry);
        }
    }
}
