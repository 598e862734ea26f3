/** Plain connections to servers that are no part of the system. */
@NullMarked
package dev.millstream.platform.socket;

import org.jspecify.annotations.NullMarked;
