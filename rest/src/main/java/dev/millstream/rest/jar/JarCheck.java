package dev.millstream.rest.jar;

import dev.millstream.rest.route.RestException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks whether a file is a jar, and whether it is a small file that expands to a huge one (a "zip
 * bomb"): entries may lie about their size, may overlap, and may be so many that a mere list of
 * them takes all memory.
 */
final class JarCheck {
    private static final int UNPROCESSABLE = 422;

    /** A record at the end of an archive (PKWARE APPNOTE 6.3.10, section 4.3.16). */
    private static final int END_SIGNATURE = 0x06054b50;

    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int MANY_ENTRIES = 0xFFFF;

    /** Of the list of entries, for each entry that is allowed. */
    private static final long LIST_BYTES_PER_ENTRY = 512;

    private static final int MAX_MANIFEST_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private JarCheck() {}

    /**
     * Checks a file.
     *
     * @return the class that its manifest names for its main method
     * @throws RestException if it is no jar that is allowed
     */
    static Optional<String> check(Path file, JarLimits limits) throws IOException {
        checkList(file, limits);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.maxEntries()) {
                throw tooManyEntries(limits);
            }
            checkExpansion(zip, limits);
            return entryClass(zip);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw noJar(String.valueOf(e.getMessage()));
        }
    }

    /** Before anything reads the list of entries into memory: is it small enough for that? */
    private static void checkList(Path path, JarLimits limits) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_BYTES + MAX_COMMENT_BYTES);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            boolean found = false;
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    found = true;
                    checkEnd(end, at, limits);
                }
            }
            if (!found) {
                throw noJar("it has no list of entries at its end");
            }
        }
    }

    private static void checkEnd(ByteBuffer end, int at, JarLimits limits) {
        int entries = Short.toUnsignedInt(end.getShort(at + 10));
        long listBytes = Integer.toUnsignedLong(end.getInt(at + 12));
        if (entries == MANY_ENTRIES
                || entries > limits.maxEntries()
                || listBytes > limits.maxEntries() * LIST_BYTES_PER_ENTRY) {
            throw tooManyEntries(limits);
        }
    }

    private static void checkExpansion(ZipFile zip, JarLimits limits) throws IOException {
        long left = limits.maxExpandedBytes();
        byte[] buffer = new byte[BUFFER_BYTES];
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new RestException(
                                UNPROCESSABLE,
                                "The jar expands to more than the "
                                        + limits.maxExpandedBytes()
                                        + " bytes that rest.jar.max-expanded-size allows");
                    }
                }
            }
        }
    }

    private static Optional<String> entryClass(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] text = content.readNBytes(MAX_MANIFEST_BYTES);
            Attributes attributes =
                    new Manifest(new ByteArrayInputStream(text)).getMainAttributes();
            return Optional.ofNullable(attributes.getValue("program-class"))
                    .or(() -> Optional.ofNullable(attributes.getValue("Main-Class")));
        } catch (IOException e) {
            throw noJar("its manifest can't be read: " + e.getMessage());
        }
    }

    private static RestException noJar(String why) {
        return new RestException(
                UNPROCESSABLE, "The uploaded file is no jar that can be read: " + why);
    }

    private static RestException tooManyEntries(JarLimits limits) {
        return new RestException(
                UNPROCESSABLE,
                "The jar has more than the " + limits.maxEntries() + " entries that are allowed");
    }
}
