/** Which kind of sockets the machine offers, and how they are set. */
@NullMarked
package dev.millstream.transport.socket;

import org.jspecify.annotations.NullMarked;
