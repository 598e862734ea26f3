package dev.millstream.transport.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that all processes of a cluster share: 256 random bits, written as 64 hexadecimal
 * digits. Immutable; never shown by {@link #toString}.
 */
public final class ClusterToken {
    private static final int SIZE_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final String origin;

    private ClusterToken(byte[] secret, String origin) {
        this.secret = secret;
        this.origin = origin;
    }

    /**
     * A new one.
     *
     * @param origin where it comes from, for people
     */
    public static ClusterToken random(String origin) {
        byte[] secret = new byte[SIZE_BYTES];
        new SecureRandom().nextBytes(secret);
        return new ClusterToken(secret, origin);
    }

    /**
     * Reads a token.
     *
     * @param text 64 hexadecimal digits, and white space around them
     * @param origin where it comes from, for people
     * @throws ClusterTokenException if the text is no token; the message does not show it
     */
    public static ClusterToken parse(String text, String origin) {
        String digits = text.strip();
        if (digits.length() != 2 * SIZE_BYTES || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new ClusterTokenException(
                    "There is no token in "
                            + origin
                            + ": it should be "
                            + 2 * SIZE_BYTES
                            + " hexadecimal digits. Copy the file of the cluster's other processes"
                            + " (security.token-file), or remove it and start all of them anew");
        }
        return new ClusterToken(HexFormat.of().parseHex(digits), origin);
    }

    /** Its HMAC-SHA256 over the parts, one behind the other. */
    public byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether the text is this token; takes the same time whatever the text's digits are. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(
                reveal().getBytes(StandardCharsets.US_ASCII),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret itself, for the token's file and for requests that bear it. Not for logs. */
    public String reveal() {
        return HexFormat.of().formatHex(secret);
    }

    /** Where it comes from, for people. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "ClusterToken[redacted, from " + origin + "]";
    }
}
