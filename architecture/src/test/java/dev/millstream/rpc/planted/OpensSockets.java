package dev.millstream.rpc.planted;

import io.netty.channel.Channel;

public record OpensSockets(Channel channel) {}
