/** A link whose handshake is done. */
@NullMarked
package dev.millstream.transport.link;

import org.jspecify.annotations.NullMarked;
