/** A whole cluster in one JVM. */
@NullMarked
package dev.millstream.cluster;

import org.jspecify.annotations.NullMarked;
