package dev.millstream.rest.access;

import dev.millstream.protocol.rest.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Hides secrets in what is configured. Immutable. */
public final class Redaction {
    private static final String HIDDEN = "******";

    private static final List<String> SECRET_KEYS =
            List.of(
                    "password",
                    "passwd",
                    "secret",
                    "token",
                    "credential",
                    "apikey",
                    "api-key",
                    "access-key",
                    "access.key",
                    "account.key",
                    "private-key",
                    "service-key",
                    "auth-params",
                    "basic-auth",
                    "jaas.config");

    private final Token token;

    /**
     * @param token hidden wherever it occurs
     */
    public Redaction(Token token) {
        this.token = token;
    }

    /** The same options, sorted, without what their keys or values say is secret. */
    public Map<String, String> of(Map<String, String> options) {
        Map<String, String> shown = new TreeMap<>();
        options.forEach((key, value) ->
                shown.put(key, isSecret(key) || token.isIn(value) ? HIDDEN : value));
        return shown;
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRET_KEYS.stream().anyMatch(lower::contains) && !lower.endsWith("-file");
    }
}
