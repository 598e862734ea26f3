package dev.millstream.jobmanager.planted;

import java.util.concurrent.atomic.AtomicLong;

public final class SharesMemory {
    private volatile int seen;
    private final AtomicLong count = new AtomicLong();

    public synchronized long next() {
        seen++;
        return count.incrementAndGet() + seen;
    }
}
