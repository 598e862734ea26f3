package dev.millstream.cluster.standalone;

import dev.millstream.platform.link.Address;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * How a running JobManager is reached.
 *
 * @param pid of its process
 * @param rest of its REST interface
 * @param links where it accepts links
 * @param version of the product
 */
public record ClusterAddress(long pid, Address rest, Address links, String version) {
    /** Puts it where {@link #read} finds it. */
    public void write(RunDirectory directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        put(properties, "rest", rest);
        put(properties, "jobmanager.rpc", links);
        properties.setProperty("version", version);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path file = directory.addressFile();
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, text.toString());
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was written last, if anything; its process may have ended. */
    public static Optional<ClusterAddress> read(RunDirectory directory) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.addressFile())) {
            properties.load(reader);
            return Optional.of(
                    new ClusterAddress(
                            Long.parseLong(properties.getProperty("pid", "")),
                            address(properties, "rest"),
                            address(properties, "jobmanager.rpc"),
                            properties.getProperty("version", "")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(Properties properties, String key, Address address) {
        properties.setProperty(key + ".address", address.host());
        properties.setProperty(key + ".port", Integer.toString(address.port()));
    }

    private static Address address(Properties properties, String key) {
        return new Address(
                properties.getProperty(key + ".address", ""),
                Integer.parseInt(properties.getProperty(key + ".port", "")));
    }
}
