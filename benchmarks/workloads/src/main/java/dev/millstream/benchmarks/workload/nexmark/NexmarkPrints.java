package dev.millstream.benchmarks.workload.nexmark;

import dev.millstream.benchmarks.workload.Mix;

/** One number for each event or result, whatever class holds it. */
public final class NexmarkPrints {
    private NexmarkPrints() {}

    /** Of a person. */
    public static long person(long id, String name, String city, long time) {
        return Mix.of(id * 31 + time, name.length() * 64L + city.length());
    }

    /** Of an auction. */
    public static long auction(long id, String itemName, long seller, long expires) {
        return Mix.of(id * 31 + seller, expires + itemName.length());
    }

    /** Of a bid. */
    public static long bid(long auction, long bidder, long price, long time) {
        return Mix.of(auction * 31 + bidder, price * 31 + time);
    }

    /** Of a result of two numbers: query 2, 5 and 8. */
    public static long pair(long first, long second) {
        return Mix.of(first, second);
    }
}
