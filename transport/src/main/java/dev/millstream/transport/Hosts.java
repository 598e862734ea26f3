package dev.millstream.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;

/** Finds hosts. */
final class Hosts {
    private Hosts() {}

    /** Complete at once for an address; for a name, which may take long, on a thread for it. */
    static CompletableFuture<InetAddress> resolve(String host) {
        try {
            return CompletableFuture.completedFuture(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            CompletableFuture<InetAddress> found = new CompletableFuture<>();
            Thread.ofVirtual()
                    .name("look up " + host)
                    .start(() -> {
                        try {
                            found.complete(InetAddress.getByName(host));
                        } catch (UnknownHostException unknown) {
                            found.completeExceptionally(unknown);
                        }
                    });
            return found;
        }
    }
}
