package dev.millstream.benchmarks.workload.nexmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NexmarkGeneratorTest {
    private static final List<NexmarkEvent> EVENTS =
            LongStream.range(0, 50_000).mapToObj(NexmarkGenerator::event).toList();

    @Test
    void shouldMakeOnePersonAndThreeAuctionsOfFifty() {
        assertThat(EVENTS).filteredOn(Person.class::isInstance).hasSize(1_000);
        assertThat(EVENTS).filteredOn(Auction.class::isInstance).hasSize(3_000);
        assertThat(EVENTS).filteredOn(Bid.class::isInstance).hasSize(46_000);
    }

    @Test
    void shouldMakeTheSameEventsEachTime() {
        assertThat(EVENTS)
                .isEqualTo(LongStream.range(0, 50_000).mapToObj(NexmarkGenerator::event).toList());
        assertThat(EVENTS.get(4)).isEqualTo(NexmarkGenerator.bid(4));
    }

    @Test
    void shouldNumberPeopleAndAuctions() {
        assertThat(EVENTS.stream().filter(Person.class::isInstance).map(it -> ((Person) it).id()))
                .containsExactlyElementsOf(LongStream.range(0, 1_000).boxed().toList());
        assertThat(EVENTS.stream().filter(Auction.class::isInstance).map(it -> ((Auction) it).id()))
                .containsExactlyElementsOf(LongStream.range(0, 3_000).boxed().toList());
    }

    @Test
    void shouldReferToWhoAndWhatHasCome() {
        long people = 0;
        long auctions = 3;
        for (NexmarkEvent event : EVENTS) {
            switch (event) {
                case Person person -> people = person.id() + 1;
                case Auction auction -> {
                    assertThat(auction.seller()).isBetween(0L, people - 1);
                    auctions = Math.max(auctions, auction.id() + 1);
                }
                case Bid bid -> {
                    assertThat(bid.auction()).isBetween(0L, auctions - 1);
                    assertThat(bid.bidder()).isBetween(0L, people - 1);
                }
            }
        }
    }

    @Test
    void shouldBidOnFewAuctionsHalfOfTheTime() {
        long hot =
                EVENTS.stream()
                        .filter(event -> event instanceof Bid bid && bid.auction() % 100 == 0)
                        .count();
        assertThat(hot).isBetween(22_000L, 25_000L);
    }

    @Test
    void shouldNotGoBackInTime() {
        assertThat(EVENTS.stream().map(NexmarkEvent::time).toList()).isSorted();
    }
}
