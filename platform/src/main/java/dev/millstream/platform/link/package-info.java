/** Ordered, message-preserving connections between processes. */
@NullMarked
package dev.millstream.platform.link;

import org.jspecify.annotations.NullMarked;
