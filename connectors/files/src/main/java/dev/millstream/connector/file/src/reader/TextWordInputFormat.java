package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;

/**
 * Words of a text in UTF-8: what stands between spaces, tabs and ends of lines. The same words as
 * of lines that are split at {@code \\s+}, without a String for each line.
 */
public final class TextWordInputFormat implements StreamFormat<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isSplittable() {
        return true;
    }

    @Override
    public Reader<String> createReader(ReadableFile file, long start, long end) throws IOException {
        return new TextWordReader(file, start, end);
    }
}
