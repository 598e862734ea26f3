package dev.millstream.benchmarks.flink.nexmark;

import dev.millstream.benchmarks.flink.Generated;
import dev.millstream.benchmarks.flink.TallySink;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import dev.millstream.benchmarks.workload.nexmark.bean.AuctionBean;
import dev.millstream.benchmarks.workload.nexmark.bean.BidBean;
import dev.millstream.benchmarks.workload.nexmark.bean.EventBean;
import dev.millstream.benchmarks.workload.nexmark.bean.NexmarkBeans;
import dev.millstream.benchmarks.workload.nexmark.bean.PersonBean;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** Queries 0, 1, 2, 5 and 8. */
@SuppressWarnings("NullAway") // a filter has left only events that hold what is asked for
public final class NexmarkPrograms {
    private static final TypeInformation<EventBean> EVENT = TypeInformation.of(EventBean.class);
    private static final TypeInformation<BidBean> BID = TypeInformation.of(BidBean.class);
    private static final TypeInformation<Tuple2<Long, Long>> PAIR =
            Types.TUPLE(Types.LONG, Types.LONG);

    private NexmarkPrograms() {}

    /** Query 0. */
    public static void passThrough(StreamExecutionEnvironment env, Assignment assignment) {
        Generated.stream(env, assignment.units(), NexmarkBeans::of, EVENT)
                .sinkTo(new TallySink<>(assignment.results(), NexmarkBeans::fingerprint));
    }

    /** Query 1. */
    public static void currency(StreamExecutionEnvironment env, Assignment assignment) {
        bids(Generated.stream(env, assignment.units(), NexmarkBeans::of, EVENT))
                .map(bid -> {
                    bid.price = NexmarkRules.converted(bid.price);
                    return bid;
                })
                .returns(BID)
                .sinkTo(new TallySink<>(assignment.results(), NexmarkBeans::fingerprint));
    }

    /** Query 2. */
    public static void selection(StreamExecutionEnvironment env, Assignment assignment) {
        bids(Generated.stream(env, assignment.units(), NexmarkBeans::of, EVENT))
                .filter(bid -> NexmarkRules.isSelected(bid.auction))
                .map(bid -> Tuple2.of(bid.auction, bid.price))
                .returns(PAIR)
                .sinkTo(pairs(assignment));
    }

    /** Query 5. */
    public static void hotAuctions(StreamExecutionEnvironment env, Assignment assignment) {
        bids(timed(env, assignment))
                .keyBy(bid -> bid.auction, Types.LONG)
                .window(
                        SlidingEventTimeWindows.of(
                                Duration.ofMillis(NexmarkRules.HOT_WINDOW_MS),
                                Duration.ofMillis(NexmarkRules.HOT_SLIDE_MS)))
                .aggregate(new BidCount(), PAIR, PAIR)
                .windowAll(
                        TumblingEventTimeWindows.of(Duration.ofMillis(NexmarkRules.HOT_SLIDE_MS)))
                .aggregate(new MostBids(), MostBids.BEST, MostBids.BEST)
                .flatMap(new MostBids.Unfold())
                .returns(PAIR)
                .sinkTo(pairs(assignment));
    }

    /** Query 8. */
    public static void newSellers(StreamExecutionEnvironment env, Assignment assignment) {
        DataStream<EventBean> events = timed(env, assignment);
        DataStream<PersonBean> people =
                events.filter(event -> event.person != null)
                        .map(event -> event.person)
                        .returns(PersonBean.class);
        events.filter(event -> event.auction != null)
                .map(event -> event.auction)
                .returns(AuctionBean.class)
                .join(people)
                .where(auction -> auction.seller, Types.LONG)
                .equalTo(person -> person.id, Types.LONG)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(NexmarkRules.NEW_WINDOW_MS)))
                .apply((auction, person) -> Tuple2.of(person.id, auction.id), PAIR)
                .sinkTo(pairs(assignment));
    }

    private static TallySink<Tuple2<Long, Long>> pairs(Assignment assignment) {
        return new TallySink<>(assignment.results(), pair -> NexmarkPrints.pair(pair.f0, pair.f1));
    }

    private static DataStream<BidBean> bids(DataStream<EventBean> events) {
        return events.filter(event -> event.bid != null).map(event -> event.bid).returns(BID);
    }

    private static DataStream<EventBean> timed(
            StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        return Generated.stream(
                env,
                count,
                position -> NexmarkBeans.of(Events.index(position, count)),
                EVENT,
                WatermarkStrategy.<EventBean>forMonotonousTimestamps()
                        .withTimestampAssigner((event, _) -> NexmarkBeans.time(event)));
    }
}
