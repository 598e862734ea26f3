package dev.millstream.rest.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars, good and bad ones. */
final class SampleJars {
    private SampleJars() {}

    static byte[] program(String mainClass) throws IOException {
        return zip(zip -> {
            add(
                    zip,
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\nMain-Class: " + mainClass + "\n");
            add(zip, "a/B.class", "content");
        });
    }

    /** Small, and a great deal larger once it is expanded. */
    static byte[] bomb(long expandedBytes) throws IOException {
        return zip(zip -> {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 16];
            for (long left = expandedBytes; left > 0; left -= zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        });
    }

    static byte[] manyEntries(int count) throws IOException {
        return zip(zip -> {
            for (int i = 0; i < count; i++) {
                add(zip, "e" + i, "");
            }
        });
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] zip(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            filling.fill(zip);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }
}
