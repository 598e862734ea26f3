package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.datamodel.KeyedWindowResult;
import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.pipeline.BatchStage;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.StreamStage;
import com.hazelcast.jet.pipeline.WindowDefinition;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;
import java.util.List;

/** Nexmark queries 0, 1, 2, 5 and 8. */
final class NexmarkPipelines {
    private NexmarkPipelines() {}

    static void passThrough(Pipeline pipeline, Assignment assignment) {
        pipeline.readFrom(JetStreams.batch(assignment.units(), NexmarkGenerator::event))
                .writeTo(JetStreams.tally(assignment, NexmarkEvent::fingerprint));
    }

    static void currency(Pipeline pipeline, Assignment assignment) {
        bids(pipeline, assignment)
                .map(bid ->
                        new Bid(
                                bid.auction(),
                                bid.bidder(),
                                NexmarkRules.converted(bid.price()),
                                bid.channel(),
                                bid.time()))
                .writeTo(JetStreams.tally(assignment, Bid::fingerprint));
    }

    static void selection(Pipeline pipeline, Assignment assignment) {
        bids(pipeline, assignment)
                .filter(bid -> NexmarkRules.isSelected(bid.auction()))
                .map(bid -> Tuple2.tuple2(bid.auction(), bid.price()))
                .writeTo(
                        JetStreams.tally(
                                assignment, pair -> NexmarkPrints.pair(pair.f0(), pair.f1())));
    }

    static void hotAuctions(Pipeline pipeline, Assignment assignment) {
        timed(pipeline, assignment)
                .filter(event -> event instanceof Bid)
                .map(event -> (Bid) event)
                .groupingKey(Bid::auction)
                .window(
                        WindowDefinition.sliding(
                                NexmarkRules.HOT_WINDOW_MS, NexmarkRules.HOT_SLIDE_MS))
                .aggregate(AggregateOperations.counting())
                .window(WindowDefinition.tumbling(NexmarkRules.HOT_SLIDE_MS))
                .aggregate(MostBids.operation())
                .flatMap(window -> Traversers.traverseIterable(window.result().pairs()))
                .writeTo(
                        JetStreams.tally(
                                assignment, pair -> NexmarkPrints.pair(pair.f0(), pair.f1())));
    }

    static void newSellers(Pipeline pipeline, Assignment assignment) {
        StreamStage<NexmarkEvent> events = timed(pipeline, assignment);
        StreamStage<Auction> auctions =
                events.filter(event -> event instanceof Auction).map(event -> (Auction) event);
        events.filter(event -> event instanceof Person)
                .map(event -> (Person) event)
                .groupingKey(Person::id)
                .window(WindowDefinition.tumbling(NexmarkRules.NEW_WINDOW_MS))
                .aggregate2(
                        AggregateOperations.counting(),
                        auctions.groupingKey(Auction::seller),
                        AggregateOperations.mapping(
                                Auction::id, AggregateOperations.<Long>toList()))
                .flatMap(NexmarkPipelines::sales)
                .writeTo(
                        JetStreams.tally(
                                assignment, pair -> NexmarkPrints.pair(pair.f0(), pair.f1())));
    }

    private static Traverser<Tuple2<Long, Long>> sales(
            KeyedWindowResult<Long, Tuple2<Long, List<Long>>> window) {
        return window.result().f0() == 0
                ? Traversers.empty()
                : Traversers.traverseIterable(window.result().f1())
                        .map(auction -> Tuple2.tuple2(window.key(), auction));
    }

    private static BatchStage<Bid> bids(Pipeline pipeline, Assignment assignment) {
        return pipeline.readFrom(JetStreams.batch(assignment.units(), NexmarkGenerator::event))
                .filter(event -> event instanceof Bid)
                .map(event -> (Bid) event);
    }

    private static StreamStage<NexmarkEvent> timed(Pipeline pipeline, Assignment assignment) {
        return pipeline.readFrom(JetStreams.stream(assignment.units(), NexmarkGenerator::event))
                .withoutTimestamps()
                .addTimestamps(NexmarkEvent::time, 0);
    }
}
