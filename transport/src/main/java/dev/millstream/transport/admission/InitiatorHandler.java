package dev.millstream.transport.admission;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.transport.handshake.InitiatorHandshake;
import dev.millstream.transport.handshake.Peer;
import dev.millstream.transport.handshake.Refusal;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.link.NettyLink;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** A connection that this process has opened. */
public final class InitiatorHandler extends HandshakeHandler {
    private final Admission admission;
    private final InitiatorHandshake handshake;
    private final LinkListener listener;
    private final Outcome outcome;

    /** Told once how it went, on the event loop. */
    public interface Outcome {
        /** Returns false if nobody wants the link any more. */
        boolean opened(Link link);

        void refused(String why);
    }

    private InitiatorHandler(
            Admission admission,
            InitiatorHandshake handshake,
            LinkListener listener,
            Outcome outcome) {
        super(handshake);
        this.admission = admission;
        this.handshake = handshake;
        this.listener = listener;
        this.outcome = outcome;
    }

    /**
     * For a new connection's pipeline.
     *
     * @param listener of the link, if there is one
     */
    public static InitiatorHandler create(
            Admission admission, Purpose purpose, LinkListener listener, Outcome outcome) {
        return new InitiatorHandler(
                admission,
                new InitiatorHandshake(admission.identity(), purpose, admission.nonce()),
                listener,
                outcome);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var _ = say(context, handshake.hello());
    }

    @Override
    @Nullable NettyLink proven(ChannelHandlerContext context, Peer peer) {
        NettyLink link = admission.link(context.channel(), peer);
        if (!outcome.opened(link)) {
            var _ = context.close();
            return null;
        }
        link.begin(listener);
        context.pipeline().replace(this, null, link.handler());
        return link;
    }

    @Override
    void refused(ChannelHandlerContext context, Refusal refusal) {
        outcome.refused(refusal.textFor(admission.identity()));
    }
}
