/** Who leads, when there are several JobManagers. */
@NullMarked
package dev.millstream.jobmanager.leader;

import org.jspecify.annotations.NullMarked;
