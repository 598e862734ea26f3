package dev.millstream.transport.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells a link what happens to its connection. */
final class LinkHandler extends ChannelInboundHandlerAdapter {
    private final NettyLink link;

    LinkHandler(NettyLink link) {
        this.link = link;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            link.receive(in);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            link.drain();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        link.lost("the other side has ended the connection without a word");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        link.lost("the connection broke: " + cause.getMessage());
    }
}
