package dev.millstream.transport.tls;

import dev.millstream.transport.tls.TlsSettings.StoreFile;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Encrypts connections: TLS 1.3, both sides show certificates that the other one trusts. Host names
 * are not compared: what a certificate proves is that a process belongs to the cluster. Immutable.
 */
public final class TlsContexts {
    private static final String PROTOCOL = "TLSv1.3";

    private final SslContext acceptor;
    private final SslContext initiator;

    private TlsContexts(SslContext acceptor, SslContext initiator) {
        this.acceptor = acceptor;
        this.initiator = initiator;
    }

    /**
     * Reads the files. Blocks.
     *
     * @throws IllegalArgumentException if that can't be done; the message names file and option
     */
    public static TlsContexts load(TlsSettings settings) {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(open(settings.keystore()), settings.keyPassword().toCharArray());
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(open(settings.truststore()));
            return new TlsContexts(
                    SslContextBuilder.forServer(keys)
                            .trustManager(trust)
                            .clientAuth(ClientAuth.REQUIRE)
                            .protocols(PROTOCOL)
                            .build(),
                    SslContextBuilder.forClient()
                            .keyManager(keys)
                            .trustManager(trust)
                            .endpointIdentificationAlgorithm(null)
                            .protocols(PROTOCOL)
                            .build());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Links can't be encrypted with " + settings + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore open(StoreFile file) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(new File(file.path()), file.password().toCharArray());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new GeneralSecurityException(
                    "the file " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** For a connection that came in. */
    public SslHandler acceptor(Channel channel, long handshakeTimeoutMs) {
        return handler(acceptor, channel, handshakeTimeoutMs);
    }

    /** For a connection that this process opens. */
    public SslHandler initiator(Channel channel, long handshakeTimeoutMs) {
        return handler(initiator, channel, handshakeTimeoutMs);
    }

    private static SslHandler handler(SslContext context, Channel channel, long timeoutMs) {
        SslHandler handler = context.newHandler(channel.alloc());
        handler.setHandshakeTimeoutMillis(timeoutMs);
        return handler;
    }
}
