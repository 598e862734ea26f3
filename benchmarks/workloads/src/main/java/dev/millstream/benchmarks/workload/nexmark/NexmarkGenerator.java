package dev.millstream.benchmarks.workload.nexmark;

import dev.millstream.benchmarks.workload.Mix;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;

/**
 * Makes events from their index alone. Of 50 in a row the first is a person, the next three are
 * auctions, the other 46 bids, as in Nexmark (Tucker et al. 2002); half of the bids go to a few hot
 * auctions, and sellers are people who have come lately. A hundred thousand happen in a second.
 */
public final class NexmarkGenerator {
    /** Events of one round. */
    public static final int ROUND = 50;

    private static final int AUCTIONS = 3;
    private static final int EVENTS_PER_MS = 100;
    private static final int OPEN_AUCTIONS = 300;
    private static final int HOT_EVERY = 100;
    private static final int RECENT_PEOPLE = 1_000;
    private static final long LASTING_MS = 20_000;
    private static final int CATEGORIES = 5;
    private static final String[] NAMES = pool("person", 1_000);
    private static final String[] EMAILS = pool("somebody@example.org/", 1_000);
    private static final String[] CITIES = pool("city ", 100);
    private static final String[] STATES = pool("S", 50);
    private static final String[] ITEMS = pool("an item of sort ", 1_000);
    private static final String[] DESCRIPTIONS = pool("described at some length under ", 1_000);
    private static final String[] CHANNELS = pool("channel-", 10);

    private NexmarkGenerator() {}

    private static String[] pool(String prefix, int size) {
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = prefix + i;
        }
        return texts;
    }

    /** A person, an auction or a bid. */
    public static NexmarkEvent event(long index) {
        long place = index % ROUND;
        if (place == 0) {
            return person(index);
        }
        return place <= AUCTIONS ? auction(index) : bid(index);
    }

    /** When an event happens, in milliseconds. */
    public static long time(long index) {
        return index / EVENTS_PER_MS;
    }

    /** Whether an event is a person. */
    public static boolean isPerson(long index) {
        return index % ROUND == 0;
    }

    /** Whether an event is a bid. */
    public static boolean isBid(long index) {
        return index % ROUND > AUCTIONS;
    }

    /** The person of an index. */
    public static Person person(long index) {
        long mixed = Mix.of(index);
        return new Person(
                personId(index),
                NAMES[pick(mixed, NAMES)],
                EMAILS[pick(mixed, EMAILS)],
                CITIES[pick(mixed, CITIES)],
                STATES[pick(mixed, STATES)],
                time(index));
    }

    /** The number of the person that comes at an index. */
    public static long personId(long index) {
        return index / ROUND;
    }

    /** The number of the auction that begins at an index. */
    public static long auctionId(long index) {
        return index / ROUND * AUCTIONS + index % ROUND - 1;
    }

    /** Who offers the auction that begins at an index. */
    public static long seller(long index) {
        return recent(index / ROUND, RECENT_PEOPLE, Mix.of(~index));
    }

    /** The auction of an index. */
    public static Auction auction(long index) {
        long mixed = Mix.of(index);
        long price = price(mixed);
        return new Auction(
                auctionId(index),
                ITEMS[pick(mixed, ITEMS)],
                DESCRIPTIONS[pick(mixed, DESCRIPTIONS)],
                price,
                price + (mixed & 0xFFF),
                time(index),
                time(index) + LASTING_MS,
                seller(index),
                Mix.below(CATEGORIES, mixed));
    }

    /** The auction that the bid of an index is on. */
    public static long bidAuction(long index) {
        long mixed = Mix.of(index);
        long last = index / ROUND * AUCTIONS + AUCTIONS - 1;
        return (mixed & 1) == 0
                ? last - last % HOT_EVERY
                : recent(last, OPEN_AUCTIONS, Mix.of(mixed));
    }

    /** Who bids at an index. */
    public static long bidder(long index) {
        return recent(index / ROUND, RECENT_PEOPLE, Mix.of(~index));
    }

    /** The price of the bid of an index. */
    public static long bidPrice(long index) {
        return price(Mix.of(index));
    }

    /** The bid of an index. */
    public static Bid bid(long index) {
        return new Bid(
                bidAuction(index),
                bidder(index),
                bidPrice(index),
                CHANNELS[pick(Mix.of(index), CHANNELS)],
                time(index));
    }

    private static long recent(long last, int most, long mixed) {
        return last - Mix.below(Math.min(most, last + 1), mixed);
    }

    private static int pick(long mixed, String[] pool) {
        return (int) Mix.below(pool.length, mixed);
    }

    private static long price(long mixed) {
        return 100 + (mixed >>> 44);
    }
}
