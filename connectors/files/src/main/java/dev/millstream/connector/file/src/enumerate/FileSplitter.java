package dev.millstream.connector.file.src.enumerate;

import dev.millstream.core.fs.Path;
import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files that paths name, and cuts them into parts. */
public final class FileSplitter {
    /**
     * A part of a file.
     *
     * @param id unique among the parts
     * @param hosts where the file is close at hand; empty for everywhere
     */
    public record Part(String id, String path, long offset, long length, List<String> hosts) {}

    private final FileStore files;
    private final long sizeBytes;

    /**
     * A splitter.
     *
     * @param sizeBytes of a part, at most
     */
    public FileSplitter(FileStore files, long sizeBytes) {
        this.files = files;
        this.sizeBytes = sizeBytes;
    }

    /**
     * The parts of all files that the paths name, in order. Hidden files (whose names begin with a
     * dot or an underscore) in folders are left out; empty files have no parts.
     *
     * @throws IOException if a path names nothing
     */
    public List<Part> split(List<Path> paths) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path named : paths) {
            String path = named.getPath();
            List<FileStatus> found = new ArrayList<>();
            Optional<FileStatus> status = files.status(path);
            if (status.isPresent()) {
                gather(status.get(), found);
            } else if (Glob.isGlob(path)) {
                for (FileStatus match : new Glob(files, path).find()) {
                    gather(match, found);
                }
            }
            if (status.isEmpty() && found.isEmpty()) {
                throw new IOException(
                        "There is nothing to read at '"
                                + path
                                + "': no file or folder, nor anything that it matches as a glob."
                                + " Check the path; it is looked for on the TaskManager's"
                                + " machine.");
            }
            for (FileStatus file : found) {
                cut(file, hosts(file, named), parts);
            }
        }
        return parts;
    }

    private List<String> hosts(FileStatus file, Path named) throws IOException {
        Optional<String> host = named.getHost();
        return host.isPresent() ? List.of(host.get()) : files.hosts(file.path());
    }

    private void gather(FileStatus status, List<FileStatus> found) throws IOException {
        if (!status.directory()) {
            found.add(status);
            return;
        }
        for (FileStatus child : files.list(status.path())) {
            String name = child.path().substring(child.path().lastIndexOf('/') + 1);
            if (!name.startsWith(".") && !name.startsWith("_")) {
                gather(child, found);
            }
        }
    }

    private void cut(FileStatus file, List<String> hosts, List<Part> parts) {
        for (long offset = 0; offset < file.sizeBytes(); ) {
            long length = Math.min(sizeBytes, file.sizeBytes() - offset);
            parts.add(new Part(Integer.toString(parts.size()), file.path(), offset, length, hosts));
            offset += length;
        }
    }
}
