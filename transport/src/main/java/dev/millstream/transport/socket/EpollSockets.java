package dev.millstream.transport.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;

/** Linux's. */
final class EpollSockets implements SocketKind {
    @Override
    public IoHandlerFactory ioHandlers() {
        return EpollIoHandler.newFactory();
    }

    @Override
    public ServerChannel newServer() {
        return new EpollServerSocketChannel();
    }

    @Override
    public Channel newClient() {
        return new EpollSocketChannel();
    }

    @Override
    public void setProbes(Channel channel, int userTimeoutMs) {
        ChannelConfig config = channel.config();
        config.setOption(EpollChannelOption.TCP_KEEPIDLE, PROBE_AFTER_S);
        config.setOption(EpollChannelOption.TCP_KEEPINTVL, PROBE_INTERVAL_S);
        config.setOption(EpollChannelOption.TCP_KEEPCNT, PROBES);
        config.setOption(EpollChannelOption.TCP_USER_TIMEOUT, userTimeoutMs);
    }
}
