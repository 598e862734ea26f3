/** What two processes say to each other before anything else, without threads and sockets. */
@NullMarked
package dev.millstream.transport.handshake;

import org.jspecify.annotations.NullMarked;
