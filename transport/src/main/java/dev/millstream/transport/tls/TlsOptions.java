package dev.millstream.transport.tls;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;

/** Options of the encryption of links between the cluster's processes. */
public final class TlsOptions {
    public static final ConfigOption<Boolean> ENABLED =
            ConfigOptions.key("security.ssl.internal.enabled")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether links between processes are encrypted (TLS 1.3), each side"
                                    + " showing its certificate. Without it links stay on this"
                                    + " machine. Must be the same in all processes.");

    public static final ConfigOption<String> KEYSTORE =
            ConfigOptions.key("security.ssl.internal.keystore")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Keystore file (PKCS12 or JKS) with this process's certificate and"
                                    + " key.")
                    .withFallbackKeys("security.ssl.keystore");

    public static final ConfigOption<String> KEYSTORE_PASSWORD =
            ConfigOptions.key("security.ssl.internal.keystore-password")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Password of the keystore file.")
                    .withFallbackKeys("security.ssl.keystore-password");

    public static final ConfigOption<String> KEY_PASSWORD =
            ConfigOptions.key("security.ssl.internal.key-password")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Password of the key; that of its keystore if not set.")
                    .withFallbackKeys("security.ssl.key-password");

    public static final ConfigOption<String> TRUSTSTORE =
            ConfigOptions.key("security.ssl.internal.truststore")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Keystore file with the certificates, or their authority's, of all"
                                    + " processes of the cluster.")
                    .withFallbackKeys("security.ssl.truststore");

    public static final ConfigOption<String> TRUSTSTORE_PASSWORD =
            ConfigOptions.key("security.ssl.internal.truststore-password")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Password of the truststore file.")
                    .withFallbackKeys("security.ssl.truststore-password");

    private TlsOptions() {}
}
