/** Tests of whole transports, over real sockets of this machine. */
@NullMarked
package dev.millstream.transport;

import org.jspecify.annotations.NullMarked;
