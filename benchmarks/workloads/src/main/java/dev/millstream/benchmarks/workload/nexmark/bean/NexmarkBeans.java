package dev.millstream.benchmarks.workload.nexmark.bean;

import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;

/** Beans by rule, and what is made of them. */
public final class NexmarkBeans {
    private NexmarkBeans() {}

    /** The event of an index. */
    public static EventBean of(long index) {
        EventBean event = new EventBean();
        switch (NexmarkGenerator.event(index)) {
            case Person person -> event.person = bean(person);
            case Auction auction -> event.auction = bean(auction);
            case Bid bid -> event.bid = bean(bid);
        }
        return event;
    }

    private static PersonBean bean(Person person) {
        PersonBean bean = new PersonBean();
        bean.id = person.id();
        bean.name = person.name();
        bean.email = person.email();
        bean.city = person.city();
        bean.state = person.state();
        bean.time = person.time();
        return bean;
    }

    private static AuctionBean bean(Auction auction) {
        AuctionBean bean = new AuctionBean();
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

    private static BidBean bean(Bid bid) {
        BidBean bean = new BidBean();
        bean.auction = bid.auction();
        bean.bidder = bid.bidder();
        bean.price = bid.price();
        bean.channel = bid.channel();
        bean.time = bid.time();
        return bean;
    }

    /** When an event happens. */
    public static long time(EventBean event) {
        if (event.bid != null) {
            return event.bid.time;
        }
        if (event.auction != null) {
            return event.auction.time;
        }
        return event.person == null ? 0 : event.person.time;
    }

    /** One number for the whole event. */
    public static long fingerprint(EventBean event) {
        if (event.bid != null) {
            return fingerprint(event.bid);
        }
        if (event.auction != null) {
            AuctionBean it = event.auction;
            return NexmarkPrints.auction(it.id, it.itemName, it.seller, it.expires);
        }
        PersonBean it = event.person;
        return it == null ? 0 : NexmarkPrints.person(it.id, it.name, it.city, it.time);
    }

    /** One number for the whole bid. */
    public static long fingerprint(BidBean it) {
        return NexmarkPrints.bid(it.auction, it.bidder, it.price, it.time);
    }
}
