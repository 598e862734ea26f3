package dev.millstream.transport.tls;

import dev.millstream.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process's own key and certificate, made with the JDK's tool. */
public final class TestKeys {
    private static final String PASSWORD = "for-tests";

    private TestKeys() {}

    /** Makes a keystore that serves as truststore too, and configures both. */
    public static Configuration selfSigned(Path folder, String name) {
        Path file = folder.resolve(name + ".p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command =
                List.of(
                        tool.toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("keytool made no key");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Configuration()
                .set(TlsOptions.ENABLED, true)
                .set(TlsOptions.KEYSTORE, file.toString())
                .set(TlsOptions.KEYSTORE_PASSWORD, PASSWORD)
                .set(TlsOptions.TRUSTSTORE, file.toString())
                .set(TlsOptions.TRUSTSTORE_PASSWORD, PASSWORD);
    }
}
