/** What can be asked of a JobMaster. */
@NullMarked
package dev.millstream.protocol.jobmaster;

import org.jspecify.annotations.NullMarked;
