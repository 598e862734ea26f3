package dev.millstream.rest.jar;

import dev.millstream.rest.route.RestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jars that were uploaded to be run, each in a file that is named by its SHA-256. They outlive the
 * process. Thread-safe.
 */
public final class JarStore {
    private static final Logger LOG = LoggerFactory.getLogger(JarStore.class);
    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})\\.jar");
    private static final int MAX_JARS = 1_000;
    private static final int CONFLICT = 409;

    private final Path directory;
    private final JarStaging staging;
    private final TreeMap<String, StoredJar> jars = new TreeMap<>();

    /**
     * Finds what earlier processes have stored.
     *
     * @param directory exists
     * @param limits for jars that are found: one that exceeds them is left out
     */
    public JarStore(Path directory, JarStaging staging, JarLimits limits) throws IOException {
        this.directory = directory;
        this.staging = staging;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                var match = FILE.matcher(file.getFileName().toString());
                if (match.matches()) {
                    find(match.group(1), file, limits);
                }
            }
        }
    }

    private void find(String id, Path file, JarLimits limits) {
        try {
            Optional<String> entryClass = JarCheck.check(file, limits);
            String name =
                    Files.exists(nameFile(id))
                            ? Files.readString(nameFile(id), StandardCharsets.UTF_8)
                            : id + ".jar";
            jars.put(id, describe(id, DisplayName.of(name), file, entryClass));
        } catch (IOException | RestException e) {
            LOG.warn("The jar {} can't be used", file, e);
        }
    }

    /**
     * Keeps a jar; one that is here already gets the new name.
     *
     * @param name as the client calls it
     */
    synchronized StoredJar keep(StagedJar jar, String name) {
        if (!jars.containsKey(jar.sha256()) && jars.size() >= MAX_JARS) {
            staging.discard(jar.file());
            throw new RestException(
                    CONFLICT, "There are " + MAX_JARS + " jars already; delete some of them");
        }
        Path file = directory.resolve(jar.sha256() + ".jar");
        String shown = DisplayName.of(name);
        try {
            Files.move(jar.file(), file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(nameFile(jar.sha256()), shown, StandardCharsets.UTF_8);
            StoredJar stored = describe(jar.sha256(), shown, file, jar.entryClass());
            jars.put(stored.id(), stored);
            return stored;
        } catch (IOException e) {
            staging.discard(jar.file());
            throw staging.notStored(e);
        }
    }

    /** The latest first. */
    synchronized List<StoredJar> list() {
        List<StoredJar> all = new ArrayList<>(jars.values());
        all.sort(
                Comparator.comparingLong(StoredJar::uploadedMs)
                        .reversed()
                        .thenComparing(StoredJar::id));
        return all;
    }

    synchronized Optional<StoredJar> find(String id) {
        return Optional.ofNullable(jars.get(id));
    }

    /** Deletes a jar. Programs that run already have it open. */
    synchronized void delete(StoredJar jar) throws IOException {
        Files.deleteIfExists(jar.file());
        Files.deleteIfExists(nameFile(jar.id()));
        jars.remove(jar.id());
    }

    private Path nameFile(String id) {
        return directory.resolve(id + ".name");
    }

    private static StoredJar describe(
            String id, String name, Path file, Optional<String> entryClass) throws IOException {
        return new StoredJar(
                id,
                name,
                file,
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis(),
                entryClass);
    }
}
