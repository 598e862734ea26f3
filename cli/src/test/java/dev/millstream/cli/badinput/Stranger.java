package dev.millstream.cli.badinput;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Somebody who is no part of a cluster, at a port of this machine, until the tests end. */
final class Stranger {
    private Stranger() {}

    /**
     * Answers everybody with the same.
     *
     * @param bytes nothing, for who says nothing
     * @return the port
     */
    static int saying(byte[] bytes) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> serve(server, bytes));
        return server.getLocalPort();
    }

    private static void serve(ServerSocket server, byte[] bytes) {
        while (true) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answer(client, bytes));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Keeps the connection open until the client ends it. */
    private static void answer(Socket client, byte[] bytes) {
        try (client) {
            client.getOutputStream().write(bytes);
            while (client.getInputStream().read() >= 0) {
                // Whatever is asked, the answer is the same.
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }
}
