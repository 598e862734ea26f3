package dev.millstream.platform.block;

import java.io.IOException;

/** A block file that isn't as it was written; the message names the file and the offset. */
public final class CorruptBlockException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    CorruptBlockException(String file, long offset, String found) {
        super(
                "Block file "
                        + file
                        + " is damaged at byte "
                        + offset
                        + ": "
                        + found
                        + ". It can't be read; what it belongs to must be produced again");
        this.offset = offset;
    }

    /** Where in the file. */
    public long offset() {
        return offset;
    }
}
