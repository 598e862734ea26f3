package dev.millstream.simulation.file;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.simulation.scheduler.SeededRandom;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one host, by absolute path. Knows which names and bytes a crash of the host would
 * leave: synced bytes of files whose folder was synced, and by chance more.
 */
public final class Disk {
    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final NavigableMap<String, Entry> durable = new TreeMap<>();

    public Disk() {
        entries.put("/", new Folder(0));
        durable.put("/", new Folder(0));
    }

    /** The host crashes: what was not synced is gone, or not, as the seed has it. */
    public void crash(SeededRandom random) {
        entries.clear();
        durable.forEach((path, entry) -> {
            if (entry instanceof FileContent file) {
                file.truncate(random.between(file.syncedLength(), file.length()));
            }
            if (path.equals("/") || entries.containsKey(parent(path))) {
                entries.put(path, entry);
            }
        });
    }

    /** The paths of all files below a folder. */
    public List<String> filesBelow(String folder) {
        return entries.tailMap(folder + "/", false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder + "/"))
                .filter(entry -> entry.getValue() instanceof FileContent)
                .map(Map.Entry::getKey)
                .toList();
    }

    FileContent open(String path) throws FileSystemException {
        Entry entry = entries.get(path);
        if (entry == null) {
            throw new NoSuchFileException(path);
        }
        return switch (entry) {
            case FileContent file -> file;
            case Folder folder -> throw new FileSystemException(path, null, "Is a directory");
        };
    }

    FileContent create(String path) throws FileSystemException {
        requireFolder(parent(path));
        if (entries.containsKey(path)) {
            throw new FileAlreadyExistsException(path);
        }
        FileContent file = new FileContent();
        entries.put(path, file);
        return file;
    }

    void rename(String from, String to) throws FileSystemException {
        Entry source = entries.get(from);
        if (source == null) {
            throw new NoSuchFileException(from);
        }
        requireFolder(parent(to));
        if (entries.get(to) instanceof Folder && !childrenOf(to).isEmpty()) {
            throw new DirectoryNotEmptyException(to);
        }
        Map<String, Entry> below =
                new TreeMap<>(entries.subMap(from + "/", true, from + "0", false));
        entries.remove(from);
        entries.put(to, source);
        below.forEach((path, entry) -> {
            entries.remove(path);
            entries.put(to + path.substring(from.length()), entry);
        });
    }

    void delete(String path) throws FileSystemException {
        if (entries.get(path) instanceof Folder && !childrenOf(path).isEmpty()) {
            throw new DirectoryNotEmptyException(path);
        }
        entries.remove(path);
    }

    List<FileStatus> list(String path) throws FileSystemException {
        requireFolder(path);
        return childrenOf(path).entrySet().stream()
                .map(child -> status(child.getKey(), child.getValue()))
                .toList();
    }

    Optional<FileStatus> status(String path) {
        return Optional.ofNullable(entries.get(path)).map(entry -> status(path, entry));
    }

    void createFolders(String path, long nowMs) throws FileSystemException {
        @Nullable Entry entry = entries.get(path);
        if (entry instanceof FileContent) {
            throw new FileAlreadyExistsException(path);
        }
        if (entry == null) {
            createFolders(parent(path), nowMs);
            entries.put(path, new Folder(nowMs));
        }
    }

    void syncFolder(String path) throws FileSystemException {
        requireFolder(path);
        childMap(durable, path).keySet().stream().toList().forEach(durable::remove);
        durable.putAll(childrenOf(path));
    }

    private void requireFolder(String path) throws FileSystemException {
        @Nullable Entry entry = entries.get(path);
        if (entry == null) {
            throw new NoSuchFileException(path);
        }
        if (!(entry instanceof Folder)) {
            throw new NotDirectoryException(path);
        }
    }

    private Map<String, Entry> childrenOf(String path) {
        return childMap(entries, path);
    }

    private static Map<String, Entry> childMap(NavigableMap<String, Entry> tree, String path) {
        String prefix = path.equals("/") ? "/" : path + "/";
        Map<String, Entry> children = new TreeMap<>();
        for (Map.Entry<String, Entry> entry : tree.tailMap(prefix, false).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            if (entry.getKey().indexOf('/', prefix.length()) < 0) {
                children.put(entry.getKey(), entry.getValue());
            }
        }
        return children;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static FileStatus status(String path, Entry entry) {
        return switch (entry) {
            case FileContent file -> new FileStatus(path, false, file.length(), file.modifiedMs());
            case Folder folder -> new FileStatus(path, true, 0, folder.modifiedMs());
        };
    }
}
