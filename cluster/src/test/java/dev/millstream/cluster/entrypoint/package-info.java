/** Tests of parts of the processes. */
@NullMarked
package dev.millstream.cluster.entrypoint;

import org.jspecify.annotations.NullMarked;
