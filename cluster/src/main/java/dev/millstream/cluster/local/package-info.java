/** TaskManagers as processes of this machine, started and released on demand. */
@NullMarked
package dev.millstream.cluster.local;

import org.jspecify.annotations.NullMarked;
