package dev.millstream.connector.file.src.enumerate;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a path with wildcards matches, folder by folder. */
final class Glob {
    private final FileStore files;
    private final String pattern;

    Glob(FileStore files, String pattern) {
        this.files = files;
        this.pattern = pattern;
    }

    static boolean isGlob(String path) {
        return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** Files and folders that match, sorted by path. */
    List<FileStatus> find() throws IOException {
        String[] segments = pattern.split("/", -1);
        List<String> folders = new ArrayList<>(List.of(pattern.startsWith("/") ? "/" : ""));
        List<FileStatus> found = List.of();
        for (int i = pattern.startsWith("/") ? 1 : 0; i < segments.length; i++) {
            found = new ArrayList<>();
            for (String folder : folders) {
                found.addAll(children(folder, segments[i]));
            }
            folders = found.stream().filter(FileStatus::directory).map(FileStatus::path).toList();
        }
        return found;
    }

    private List<FileStatus> children(String folder, String segment) throws IOException {
        if (!isGlob(segment)) {
            Optional<FileStatus> child = files.status(join(folder, segment));
            return child.map(List::of).orElse(List.of());
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + segment);
        return files.list(folder.isEmpty() ? "." : folder).stream()
                .filter(child -> matcher.matches(Path.of(child.path()).getFileName()))
                .toList();
    }

    private static String join(String folder, String child) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + child : folder + "/" + child;
    }
}
