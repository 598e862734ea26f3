package dev.millstream.protocol.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that all who speak to a cluster know. Never shown: {@link #toString} hides it. */
public final class Token {
    /** Shorter ones could be guessed. */
    public static final int MIN_LENGTH = 16;

    private static final int MAX_LENGTH = 256;
    private static final String SCHEME = "Bearer ";

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /**
     * Takes the content of a token file.
     *
     * @param text white space around it doesn't count
     * @throws IllegalArgumentException if it is no token; the message doesn't show it
     */
    public static Token of(String text) {
        String secret = text.strip();
        boolean plain = secret.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!plain || secret.length() < MIN_LENGTH || secret.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A token has "
                            + MIN_LENGTH
                            + " to "
                            + MAX_LENGTH
                            + " visible ASCII characters; this text has "
                            + secret.length()
                            + (plain ? "" : " characters, some of them others"));
        }
        return new Token(secret);
    }

    /** The value of the {@code Authorization} header that proves to know it. */
    public String authorization() {
        return SCHEME + secret;
    }

    /** Whether this header's value proves it. Takes as long for wrong ones as for the right one. */
    public boolean isProvedBy(String authorization) {
        return MessageDigest.isEqual(
                authorization().getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text gives the secret away. */
    public boolean isIn(String text) {
        return text.contains(secret);
    }

    /** The secret itself, to be written into the token file or used as key for other proofs. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "******";
    }
}
