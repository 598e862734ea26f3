/** Certificates for tests. */
@NullMarked
package dev.millstream.transport.tls;

import org.jspecify.annotations.NullMarked;
