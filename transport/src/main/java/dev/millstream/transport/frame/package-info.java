/** Frames on a stream of bytes: how they are written, and read back whole and unaltered. */
@NullMarked
package dev.millstream.transport.frame;

import org.jspecify.annotations.NullMarked;
