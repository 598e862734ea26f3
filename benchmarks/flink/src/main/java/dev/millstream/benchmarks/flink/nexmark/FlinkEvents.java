package dev.millstream.benchmarks.flink.nexmark;

import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;

/** Beans by rule. */
final class FlinkEvents {
    private FlinkEvents() {}

    static FlinkEvent of(long index) {
        FlinkEvent event = new FlinkEvent();
        switch (NexmarkGenerator.event(index)) {
            case Person person -> event.person = bean(person);
            case Auction auction -> event.auction = bean(auction);
            case Bid bid -> event.bid = bean(bid);
        }
        return event;
    }

    private static FlinkPerson bean(Person person) {
        FlinkPerson bean = new FlinkPerson();
        bean.id = person.id();
        bean.name = person.name();
        bean.email = person.email();
        bean.city = person.city();
        bean.state = person.state();
        bean.time = person.time();
        return bean;
    }

    private static FlinkAuction bean(Auction auction) {
        FlinkAuction bean = new FlinkAuction();
        bean.id = auction.id();
        bean.itemName = auction.itemName();
        bean.description = auction.description();
        bean.initialBid = auction.initialBid();
        bean.reserve = auction.reserve();
        bean.time = auction.time();
        bean.expires = auction.expires();
        bean.seller = auction.seller();
        bean.category = auction.category();
        return bean;
    }

    private static FlinkBid bean(Bid bid) {
        FlinkBid bean = new FlinkBid();
        bean.auction = bid.auction();
        bean.bidder = bid.bidder();
        bean.price = bid.price();
        bean.channel = bid.channel();
        bean.time = bid.time();
        return bean;
    }

    /** When an event happens. */
    static long time(FlinkEvent event) {
        if (event.bid != null) {
            return event.bid.time;
        }
        if (event.auction != null) {
            return event.auction.time;
        }
        return event.person == null ? 0 : event.person.time;
    }

    static long fingerprint(FlinkEvent event) {
        if (event.bid != null) {
            return fingerprint(event.bid);
        }
        if (event.auction != null) {
            FlinkAuction it = event.auction;
            return NexmarkPrints.auction(it.id, it.itemName, it.seller, it.expires);
        }
        FlinkPerson it = event.person;
        return it == null ? 0 : NexmarkPrints.person(it.id, it.name, it.city, it.time);
    }

    static long fingerprint(FlinkBid it) {
        return NexmarkPrints.bid(it.auction, it.bidder, it.price, it.time);
    }
}
