/** Encryption of links, and its options. */
@NullMarked
package dev.millstream.transport.tls;

import org.jspecify.annotations.NullMarked;
