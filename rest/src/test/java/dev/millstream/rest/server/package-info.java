/** Tests of the HTTP server with clients that mean ill. */
@NullMarked
package dev.millstream.rest.server;

import org.jspecify.annotations.NullMarked;
