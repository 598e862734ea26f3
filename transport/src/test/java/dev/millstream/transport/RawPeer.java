package dev.millstream.transport;

import dev.millstream.platform.link.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Somebody with a plain socket, who may say anything. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    RawPeer(Address address) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), address.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
    }

    RawPeer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Reads exactly so many bytes. */
    byte[] receive(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** All bytes until the other side ends the connection; fails if it does not. */
    byte[] untilEnd() throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            return new byte[0];
        }
    }

    /** Whether the other side has ended the connection; waits a moment for that. */
    boolean hasEnded(int waitMs) throws IOException {
        socket.setSoTimeout(waitMs);
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // What it says before the end does not matter.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MS);
        }
    }

    /** Ends the connection as the kernel does for a process that was killed. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
