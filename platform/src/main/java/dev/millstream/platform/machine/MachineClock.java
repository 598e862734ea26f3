package dev.millstream.platform.machine;

import dev.millstream.platform.time.Clock;

/** The clocks of the JVM. */
final class MachineClock implements Clock {
    @Override
    public long wallMs() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
