package dev.millstream.transport.handshake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** A nonce or a proof: 32 bytes. Immutable. */
public final class Bytes32 {
    static final int SIZE = 32;

    private final byte[] bytes;

    private Bytes32(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that nobody can foresee. */
    public static Bytes32 random(SecureRandom random) {
        byte[] bytes = new byte[SIZE];
        random.nextBytes(bytes);
        return new Bytes32(bytes);
    }

    static Bytes32 of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException(bytes.length + " bytes, not " + SIZE);
        }
        return new Bytes32(bytes.clone());
    }

    static Bytes32 read(ByteBuffer from) {
        byte[] bytes = new byte[SIZE];
        from.get(bytes);
        return new Bytes32(bytes);
    }

    void write(ByteBuffer to) {
        to.put(bytes);
    }

    /** Takes the same time whatever the bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes32 that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "32 bytes";
    }
}
