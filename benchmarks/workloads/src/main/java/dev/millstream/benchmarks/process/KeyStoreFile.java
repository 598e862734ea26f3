package dev.millstream.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and a certificate of its own making, for processes that encrypt what they exchange. */
public final class KeyStoreFile {
    /** Of the file and of the key. */
    public static final String PASSWORD = "only-for-benchmarks";

    private static final long PATIENCE_S = 60;

    private KeyStoreFile() {}

    /**
     * Makes a PKCS12 file in a folder with the JDK's tool; it serves as key store and as trust
     * store.
     */
    public static Path make(Path folder) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve("keys.p12");
        Path tool = Path.of(System.getProperty("java.home", ""), "bin", "keytool");
        List<String> command =
                List.of(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        "benchmark",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD);
        Path log = folder.resolve("keytool.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool has made no key: " + Files.readString(log));
        }
        return file;
    }
}
