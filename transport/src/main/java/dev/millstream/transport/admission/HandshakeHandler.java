package dev.millstream.transport.admission;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.millstream.transport.handshake.Handshake;
import dev.millstream.transport.handshake.HandshakeCodec;
import dev.millstream.transport.handshake.HandshakeException;
import dev.millstream.transport.handshake.HandshakeMessage;
import dev.millstream.transport.handshake.HandshakeMessage.Refused;
import dev.millstream.transport.handshake.HandshakeReader;
import dev.millstream.transport.handshake.HandshakeStep;
import dev.millstream.transport.handshake.Peer;
import dev.millstream.transport.handshake.Refusal;
import dev.millstream.transport.handshake.RefusalCause;
import dev.millstream.transport.link.NettyLink;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Drives one side of the handshake on a connection, and then makes way for a link. On the
 * connection's event loop.
 */
abstract class HandshakeHandler extends ChannelInboundHandlerAdapter {
    /** How long the other side may take to hear why it is refused. */
    private static final long PATIENCE_MS = 500;

    private static final int MAX_MESSAGE_CHARS = 120;

    private final Handshake handshake;
    private final HandshakeReader reader = new HandshakeReader();
    private @Nullable NettyLink link;
    private boolean finished;
    private boolean heard;

    HandshakeHandler(Handshake handshake) {
        this.handshake = handshake;
    }

    /** The other side has proved itself. Returns the link, or null if there is none after all. */
    abstract @Nullable NettyLink proven(ChannelHandlerContext context, Peer peer);

    /** There will be no link. Called once; the connection has to stay for what is said last. */
    abstract void refused(ChannelHandlerContext context, Refusal refusal);

    /** Whether the other side has sent anything. */
    final boolean hasHeard() {
        return heard;
    }

    @Override
    public final void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        heard = true;
        try {
            while (!finished && in.isReadable()) {
                read(context, in);
            }
            NettyLink opened = link;
            if (opened != null && in.isReadable()) {
                opened.receive(in);
            }
        } finally {
            in.release();
        }
    }

    private void read(ChannelHandlerContext context, ByteBuf in) {
        ByteBuffer bytes = in.nioBuffer();
        int before = bytes.remaining();
        try {
            HandshakeMessage message = reader.read(bytes);
            in.skipBytes(before - bytes.remaining());
            if (message != null) {
                perform(context, handshake.on(message));
            }
        } catch (HandshakeException e) {
            if (e.refusal().cause() == RefusalCause.NOT_OURS) {
                end(context, e.refusal());
            } else {
                refuse(context, e.refusal());
            }
        }
    }

    private void perform(ChannelHandlerContext context, HandshakeStep step) {
        switch (step) {
            case HandshakeStep.Say(HandshakeMessage message) -> {
                var _ = say(context, message);
            }
            case HandshakeStep.Proven(Peer peer) -> {
                link = proven(context, peer);
                finished = true;
            }
            case HandshakeStep.Refuse(Refusal refusal) -> refuse(context, refusal);
            case HandshakeStep.RefusedByOther(Refusal refusal) -> end(context, refusal);
        }
    }

    static ChannelFuture say(ChannelHandlerContext context, HandshakeMessage message) {
        return context.writeAndFlush(Unpooled.wrappedBuffer(HandshakeCodec.encode(message)));
    }

    /** Tells the other side why there is no link, and hangs up. */
    final void refuse(ChannelHandlerContext context, Refusal refusal) {
        if (!finished) {
            finished = true;
            refused(context, refusal);
            ChannelFuture said = say(context, new Refused(HandshakeCodec.VERSION, refusal));
            var _ = said.addListener(ChannelFutureListener.CLOSE);
            if (!said.isDone()) {
                var _ =
                        context.executor()
                                .schedule(() -> hangUp(context), PATIENCE_MS, MILLISECONDS);
            }
        }
    }

    /** Hangs up without a word. */
    final void end(ChannelHandlerContext context, Refusal refusal) {
        if (!finished) {
            finished = true;
            refused(context, refusal);
            hangUp(context);
        }
    }

    private static void hangUp(ChannelHandlerContext context) {
        var _ = context.close();
    }

    @Override
    public final void channelInactive(ChannelHandlerContext context) {
        end(
                context,
                new Refusal(
                        RefusalCause.GONE,
                        "the other side has ended the connection during the handshake; is it a"
                                + " process of Millstream with the same"
                                + " security.ssl.internal.enabled?"));
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Throwable root =
                cause instanceof DecoderException && cause.getCause() != null
                        ? cause.getCause()
                        : cause;
        Refusal refusal =
                root instanceof SSLException
                        ? new Refusal(
                                RefusalCause.ENCRYPTION,
                                "no encrypted connection came about: "
                                        + shortMessage(root)
                                        + "; set security.ssl.internal.enabled and its keystores"
                                        + " alike everywhere")
                        : new Refusal(
                                RefusalCause.GONE,
                                "the connection broke during the handshake: " + shortMessage(root));
        end(context, refusal);
    }

    /** Without all the bytes that somebody sent. */
    private static String shortMessage(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.substring(0, Math.min(message.length(), MAX_MESSAGE_CHARS));
    }
}
