package dev.millstream.transport.tls;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.Configuration;
import java.util.Optional;

/**
 * Where certificates are. Its text shows no password.
 *
 * @param keystore this process's certificate and key
 * @param truststore whom it trusts
 */
public record TlsSettings(StoreFile keystore, String keyPassword, StoreFile truststore) {
    /**
     * A keystore file.
     *
     * @param option that names it, for errors
     */
    public record StoreFile(String path, String password, String option) {
        @Override
        public String toString() {
            return option + "=" + path;
        }
    }

    /**
     * Empty if encryption is off.
     *
     * @throws IllegalArgumentException if it is on and an option is missing; the message names it
     */
    public static Optional<TlsSettings> of(Configuration configuration) {
        if (!configuration.get(TlsOptions.ENABLED)) {
            return Optional.empty();
        }
        StoreFile keystore = file(configuration, TlsOptions.KEYSTORE, TlsOptions.KEYSTORE_PASSWORD);
        StoreFile truststore =
                file(configuration, TlsOptions.TRUSTSTORE, TlsOptions.TRUSTSTORE_PASSWORD);
        String keyPassword =
                configuration.getOptional(TlsOptions.KEY_PASSWORD).orElse(keystore.password());
        return Optional.of(new TlsSettings(keystore, keyPassword, truststore));
    }

    private static StoreFile file(
            Configuration configuration, ConfigOption<String> path, ConfigOption<String> password) {
        return new StoreFile(
                required(configuration, path), required(configuration, password), path.key());
    }

    private static String required(Configuration configuration, ConfigOption<String> option) {
        return configuration
                .getOptional(option)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                TlsOptions.ENABLED.key()
                                        + " is set, and '"
                                        + option.key()
                                        + "' is not; encryption needs it"));
    }

    @Override
    public String toString() {
        return "TlsSettings[" + keystore + ", " + truststore + "]";
    }
}
