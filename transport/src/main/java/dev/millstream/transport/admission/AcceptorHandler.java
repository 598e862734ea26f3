package dev.millstream.transport.admission;

import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.transport.handshake.AcceptorHandshake;
import dev.millstream.transport.handshake.Peer;
import dev.millstream.transport.handshake.Refusal;
import dev.millstream.transport.handshake.RefusalCause;
import dev.millstream.transport.link.NettyLink;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that came in: until its other side has proved itself, it is granted little. */
public final class AcceptorHandler extends HandshakeHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptorHandler.class);

    private final Admission admission;
    private final AcceptorHandshake handshake;
    private final Admission.Acceptors acceptors;
    private @Nullable Future<?> deadline;

    private AcceptorHandler(
            Admission admission, AcceptorHandshake handshake, Admission.Acceptors acceptors) {
        super(handshake);
        this.admission = admission;
        this.handshake = handshake;
        this.acceptors = acceptors;
    }

    /** For a new connection's pipeline. */
    public static AcceptorHandler create(Admission admission, Admission.Acceptors acceptors) {
        return new AcceptorHandler(
                admission,
                new AcceptorHandshake(admission.identity(), admission.nonce()),
                acceptors);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Channel channel = context.channel();
        admission
                .unproven()
                .enter(channel, Admission.addressOf(channel))
                .ifPresent(AcceptorHandler::evict);
        long timeoutMs = admission.limits().handshakeTimeoutMs();
        deadline =
                context.executor().schedule(() -> late(context), timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** Makes a connection go, on its own event loop. */
    private static void evict(Channel oldest) {
        oldest.eventLoop()
                .execute(() -> {
                    AcceptorHandler handler = oldest.pipeline().get(AcceptorHandler.class);
                    if (handler != null) {
                        handler.refuse(
                                oldest.pipeline().context(handler),
                                new Refusal(
                                        RefusalCause.TOO_MANY,
                                        "too many other connections came before its handshake was"
                                                + " done"));
                    }
                });
    }

    private void late(ChannelHandlerContext context) {
        String what = hasHeard() ? "did not finish its handshake" : "said nothing";
        refuse(
                context,
                new Refusal(
                        RefusalCause.TOO_SLOW,
                        "the initiator "
                                + what
                                + " within "
                                + admission.limits().handshakeTimeoutMs()
                                + " ms"));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        leave(context);
    }

    private void leave(ChannelHandlerContext context) {
        admission.unproven().leave(context.channel());
        Future<?> timeout = deadline;
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    @Override
    @Nullable NettyLink proven(ChannelHandlerContext context, Peer peer) {
        Optional<LinkAcceptor> acceptor = acceptors.of(peer.purpose());
        if (acceptor.isEmpty()) {
            refuse(
                    context,
                    new Refusal(
                            RefusalCause.PURPOSE,
                            "nobody listens for links for "
                                    + peer.purpose()
                                    + " at this "
                                    + admission.identity().role()));
            return null;
        }
        NettyLink link = admission.link(context.channel(), peer);
        try {
            LinkListener listener = acceptor.get().accepted(link);
            var _ = say(context, handshake.welcome());
            link.begin(listener);
            context.pipeline().replace(this, null, link.handler());
            return link;
        } catch (RuntimeException e) {
            LOG.error("A link from {} could not be accepted", link.remote(), e);
            refuse(
                    context,
                    new Refusal(RefusalCause.PURPOSE, "the acceptor failed: " + e.getMessage()));
            return null;
        }
    }

    @Override
    void refused(ChannelHandlerContext context, Refusal refusal) {
        leave(context);
        String remote = Admission.nameOf(context.channel());
        if (refusal.cause() == RefusalCause.GONE && !hasHeard()) {
            LOG.debug("{} connected and left", remote);
        } else {
            String why = refusal.textFor(admission.identity());
            admission.refusals().refused(refusal.cause(), remote, why);
        }
    }
}
