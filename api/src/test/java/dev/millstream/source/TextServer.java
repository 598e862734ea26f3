package dev.millstream.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on the loopback interface, which a test lets accept and send. */
final class TextServer implements AutoCloseable {
    private final ServerSocket server;

    TextServer() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(10_000);
    }

    String host() {
        return server.getInetAddress().getHostAddress();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits for a client. */
    Socket accept() throws IOException {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        return client;
    }

    /** Waits for a client, sends it all this, and closes the connection. */
    void serve(String text) throws IOException {
        try (Socket client = accept();
                OutputStream out = client.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Nobody listens from now on. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
