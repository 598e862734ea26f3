/** Text that a server sends over a socket, as a source. */
@NullMarked
package dev.millstream.api.connector.source.lib.socket;

import org.jspecify.annotations.NullMarked;
