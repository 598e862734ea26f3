package dev.millstream.benchmarks.programs.nexmark;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.programs.Sources;
import dev.millstream.benchmarks.programs.TallySink;
import dev.millstream.benchmarks.programs.nexmark.NexmarkPrograms.Pair;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import dev.millstream.benchmarks.workload.nexmark.bean.AuctionBean;
import dev.millstream.benchmarks.workload.nexmark.bean.BidBean;
import dev.millstream.benchmarks.workload.nexmark.bean.EventBean;
import dev.millstream.benchmarks.workload.nexmark.bean.NexmarkBeans;
import dev.millstream.benchmarks.workload.nexmark.bean.PersonBean;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import java.time.Duration;

/** The same queries on beans. */
@SuppressWarnings("NullAway") // a filter has left only events that hold what is asked for
public final class NexmarkBeanPrograms {
    private NexmarkBeanPrograms() {}

    /** Query 0. */
    public static void passThrough(StreamExecutionEnvironment env, Assignment assignment) {
        events(env, assignment)
                .sinkTo(new TallySink<>(assignment.results(), NexmarkBeans::fingerprint));
    }

    /** Query 1. */
    public static void currency(StreamExecutionEnvironment env, Assignment assignment) {
        bids(events(env, assignment))
                .map(bid -> {
                    bid.price = NexmarkRules.converted(bid.price);
                    return bid;
                })
                .sinkTo(new TallySink<>(assignment.results(), NexmarkBeans::fingerprint));
    }

    /** Query 2. */
    public static void selection(StreamExecutionEnvironment env, Assignment assignment) {
        bids(events(env, assignment))
                .filter(bid -> NexmarkRules.isSelected(bid.auction))
                .map(bid -> new Pair(bid.auction, bid.price))
                .sinkTo(NexmarkPrograms.pairs(assignment));
    }

    /** Query 5. */
    public static void hotAuctions(StreamExecutionEnvironment env, Assignment assignment) {
        NexmarkPrograms.hottest(
                bids(timed(env, assignment))
                        .keyBy(bid -> bid.auction)
                        .window(
                                SlidingEventTimeWindows.of(
                                        Duration.ofMillis(NexmarkRules.HOT_WINDOW_MS),
                                        Duration.ofMillis(NexmarkRules.HOT_SLIDE_MS)))
                        .aggregate(new BeanCount()),
                assignment);
    }

    /** Query 8. */
    public static void newSellers(StreamExecutionEnvironment env, Assignment assignment) {
        DataStream<EventBean> events = timed(env, assignment);
        DataStream<PersonBean> people =
                events.filter(event -> event.person != null).map(event -> event.person);
        events.filter(event -> event.auction != null)
                .map(event -> event.auction)
                .join(people)
                .where(auction -> auction.seller)
                .equalTo(person -> person.id)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(NexmarkRules.NEW_WINDOW_MS)))
                .apply((AuctionBean auction, PersonBean person) -> new Pair(person.id, auction.id))
                .sinkTo(NexmarkPrograms.pairs(assignment));
    }

    private static DataStream<BidBean> bids(DataStream<EventBean> events) {
        return events.filter(event -> event.bid != null).map(event -> event.bid);
    }

    private static DataStream<EventBean> events(
            StreamExecutionEnvironment env, Assignment assignment) {
        return Sources.generated(env, assignment.units(), NexmarkBeans::of);
    }

    private static DataStream<EventBean> timed(
            StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        return Sources.timed(
                env,
                count,
                position -> NexmarkBeans.of(Events.index(position, count)),
                (event, _) -> NexmarkBeans.time(event));
    }

    private static final class BeanCount
            implements AggregateFunction<BidBean, BidCount.Bids, Pair>, Mergeable {
        private static final long serialVersionUID = 1L;

        @Override
        public BidCount.Bids createAccumulator() {
            return new BidCount.Bids();
        }

        @Override
        public BidCount.Bids add(BidBean bid, BidCount.Bids bids) {
            return bids.add(bid.auction);
        }

        @Override
        public Pair getResult(BidCount.Bids bids) {
            return new Pair(bids.auction, bids.count);
        }

        @Override
        public BidCount.Bids merge(BidCount.Bids a, BidCount.Bids b) {
            return a.add(b);
        }
    }
}
