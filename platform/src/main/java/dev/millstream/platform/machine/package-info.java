/** The platform on a real machine: threads, clocks, files, and links within one JVM. */
@NullMarked
package dev.millstream.platform.machine;

import org.jspecify.annotations.NullMarked;
