package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;

/** The sources of the keyed workloads. */
final class KeyedSources {
    private KeyedSources() {}

    /** Events of W2. */
    static final class Running implements KeyedSource {
        @Override
        public void make(long index, Taker taker) {
            long key = Events.key(index, Events.MANY_KEYS);
            taker.take(key, Events.valueOfKey(key), 0);
        }

        @Override
        public long time(long index) {
            return 0;
        }
    }

    /** Events of W3 and W4. */
    static final class Timed implements KeyedSource {
        private final int keys;

        Timed(int keys) {
            this.keys = keys;
        }

        @Override
        public void make(long index, Taker taker) {
            taker.take(Events.key(index, keys), Events.value(index), Events.time(index));
        }

        @Override
        public long time(long index) {
            return Events.time(index);
        }
    }

    /** Bids by auction. */
    static final class Bids implements KeyedSource {
        @Override
        public void make(long index, Taker taker) {
            if (NexmarkGenerator.isBid(index)) {
                taker.take(
                        NexmarkGenerator.bidAuction(index),
                        NexmarkGenerator.bidPrice(index),
                        NexmarkGenerator.time(index));
            }
        }

        @Override
        public long time(long index) {
            return NexmarkGenerator.time(index);
        }
    }

    /** People, and auctions by seller. */
    static final class PeopleAndAuctions implements KeyedSource {
        @Override
        public void make(long index, Taker taker) {
            if (NexmarkGenerator.isPerson(index)) {
                taker.take(
                        NexmarkGenerator.personId(index),
                        NewSellers.CAME,
                        NexmarkGenerator.time(index));
            } else if (!NexmarkGenerator.isBid(index)) {
                taker.take(
                        NexmarkGenerator.seller(index),
                        NexmarkGenerator.auctionId(index),
                        NexmarkGenerator.time(index));
            }
        }

        @Override
        public long time(long index) {
            return NexmarkGenerator.time(index);
        }
    }
}
