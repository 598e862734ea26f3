package dev.millstream.benchmarks.programs.nexmark;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.programs.Sources;
import dev.millstream.benchmarks.programs.TallySink;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import dev.millstream.util.Collector;
import java.time.Duration;

/** Queries 0, 1, 2, 5 and 8. */
public final class NexmarkPrograms {
    /**
     * A result of two numbers.
     *
     * @param first such as an auction
     * @param second such as a price
     */
    record Pair(long first, long second) {}

    private NexmarkPrograms() {}

    /** Query 0. */
    public static void passThrough(StreamExecutionEnvironment env, Assignment assignment) {
        events(env, assignment)
                .sinkTo(new TallySink<>(assignment.results(), NexmarkEvent::fingerprint));
    }

    /** Query 1. */
    public static void currency(StreamExecutionEnvironment env, Assignment assignment) {
        bids(events(env, assignment))
                .map(bid ->
                        new Bid(
                                bid.auction(),
                                bid.bidder(),
                                NexmarkRules.converted(bid.price()),
                                bid.channel(),
                                bid.time()))
                .sinkTo(new TallySink<>(assignment.results(), Bid::fingerprint));
    }

    /** Query 2. */
    public static void selection(StreamExecutionEnvironment env, Assignment assignment) {
        bids(events(env, assignment))
                .filter(bid -> NexmarkRules.isSelected(bid.auction()))
                .map(bid -> new Pair(bid.auction(), bid.price()))
                .sinkTo(pairs(assignment));
    }

    /** Query 5. */
    public static void hotAuctions(StreamExecutionEnvironment env, Assignment assignment) {
        hottest(
                bids(timed(env, assignment))
                        .keyBy(Bid::auction)
                        .window(
                                SlidingEventTimeWindows.of(
                                        Duration.ofMillis(NexmarkRules.HOT_WINDOW_MS),
                                        Duration.ofMillis(NexmarkRules.HOT_SLIDE_MS)))
                        .aggregate(new BidCount()),
                assignment);
    }

    /** What query 5 does with the bids of each auction. */
    static void hottest(DataStream<Pair> counted, Assignment assignment) {
        counted.windowAll(TumblingEventTimeWindows.of(Duration.ofMillis(NexmarkRules.HOT_SLIDE_MS)))
                .aggregate(new MostBids())
                .flatMap((MostBids.Best best, Collector<Pair> out) ->
                        best.auctions.forEach(auction -> out.collect(new Pair(auction, best.bids))))
                .sinkTo(pairs(assignment));
    }

    /** Query 8. */
    public static void newSellers(StreamExecutionEnvironment env, Assignment assignment) {
        DataStream<NexmarkEvent> events = timed(env, assignment);
        DataStream<Person> people =
                events.filter(event -> event instanceof Person).map(event -> (Person) event);
        events.filter(event -> event instanceof Auction)
                .map(event -> (Auction) event)
                .join(people)
                .where(Auction::seller)
                .equalTo(Person::id)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(NexmarkRules.NEW_WINDOW_MS)))
                .apply((Auction auction, Person person) -> new Pair(person.id(), auction.id()))
                .sinkTo(pairs(assignment));
    }

    /** A sink for results. */
    static TallySink<Pair> pairs(Assignment assignment) {
        return new TallySink<>(
                assignment.results(), pair -> NexmarkPrints.pair(pair.first(), pair.second()));
    }

    private static DataStream<Bid> bids(DataStream<NexmarkEvent> events) {
        return events.filter(event -> event instanceof Bid).map(event -> (Bid) event);
    }

    private static DataStream<NexmarkEvent> events(
            StreamExecutionEnvironment env, Assignment assignment) {
        return Sources.generated(env, assignment.units(), NexmarkGenerator::event);
    }

    private static DataStream<NexmarkEvent> timed(
            StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        return Sources.timed(
                env,
                count,
                position -> NexmarkGenerator.event(Events.index(position, count)),
                (event, _) -> event.time());
    }
}
