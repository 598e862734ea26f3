/** Tests of frames on a stream of bytes. */
@NullMarked
package dev.millstream.transport.frame;

import org.jspecify.annotations.NullMarked;
