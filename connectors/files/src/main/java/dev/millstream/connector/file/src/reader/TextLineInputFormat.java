package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lines of text, ended by a line feed, or by a carriage return and a line feed; the last one may
 * have no end.
 */
public final class TextLineInputFormat implements StreamFormat<String> {
    private static final long serialVersionUID = 1L;

    private final String charsetName;

    /** In UTF-8. */
    public TextLineInputFormat() {
        this(StandardCharsets.UTF_8.name());
    }

    /**
     * In another charset.
     *
     * @param charsetName one in which the byte 10 is always a line feed: ASCII, ISO 8859, UTF-8,
     *     but not UTF-16
     */
    public TextLineInputFormat(String charsetName) {
        this.charsetName = Charset.forName(charsetName).name();
    }

    @Override
    public boolean isSplittable() {
        return true;
    }

    @Override
    public Reader<String> createReader(ReadableFile file, long start, long end) throws IOException {
        return new TextLineReader(file, start, end, Charset.forName(charsetName));
    }
}
