/** Tests of the handshake, as values. */
@NullMarked
package dev.millstream.transport.handshake;

import org.jspecify.annotations.NullMarked;
