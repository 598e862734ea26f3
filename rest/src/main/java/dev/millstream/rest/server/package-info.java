/** The HTTP server. */
@NullMarked
package dev.millstream.rest.server;

import org.jspecify.annotations.NullMarked;
