package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.input.InputChannel;
import dev.millstream.engine.exchange.queue.Inbox;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.types.serialization.Serializers;
import java.util.List;
import java.util.TreeMap;

/**
 * The links over which an exchange reads: one for each address, shared by all channels. Owned by
 * the exchange's lane, where a method doesn't say otherwise.
 */
public final class ReaderLinks {
    private final RemoteSettings settings;
    private final TreeMap<String, ReaderLink> links = new TreeMap<>();

    public ReaderLinks(RemoteSettings settings) {
        this.settings = settings;
    }

    /** Makes a channel that reads from another exchange; {@link #open} it. On any thread. */
    public RemoteInputChannel channel(
            Inbox<InputChannel> inbox,
            int index,
            InputChannelDescriptor descriptor,
            Serializers serializers) {
        return new RemoteInputChannel(inbox, index, descriptor, settings, this, serializers);
    }

    /** Requests what the channel reads; opens a link first if there is none. */
    public void open(RemoteInputChannel channel) {
        Address address = channel.descriptor().location();
        ReaderLink link = links.get(address.toString());
        if (link == null) {
            link = connect(address);
        }
        link.register(channel);
    }

    private ReaderLink connect(Address address) {
        String key = address.toString();
        ReaderLink link =
                new ReaderLink(
                        address,
                        settings,
                        broken -> settings.lane().execute(() -> links.remove(key, broken)));
        links.put(key, link);
        link.open();
        return link;
    }

    /** The consumer closes the channel before its end. On any thread. */
    void abandon(RemoteInputChannel channel) {
        settings.lane().execute(channel::abandon);
    }

    /** Closes all links; their channels fail. */
    public void close() {
        for (ReaderLink link : List.copyOf(links.values())) {
            link.fail("this exchange was closed", null);
        }
    }
}
