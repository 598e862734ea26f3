/** Decides whether a silent process is gone. */
@NullMarked
package dev.millstream.rpc.detector;

import org.jspecify.annotations.NullMarked;
