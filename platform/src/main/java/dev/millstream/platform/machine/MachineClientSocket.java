package dev.millstream.platform.machine;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.socket.ClientSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection. */
final class MachineClientSocket implements ClientSocket {
    private static final Logger LOG = LoggerFactory.getLogger(MachineClientSocket.class);

    private final Socket socket = new Socket();

    @Override
    public void connect(Address server, int timeoutMs) throws IOException {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException("The host " + server.host() + " is unknown");
        }
        socket.connect(address, timeoutMs);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return socket.getInputStream().read(target, offset, length);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed in order", e);
        }
    }
}
