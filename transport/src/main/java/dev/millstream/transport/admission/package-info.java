/** Connections whose other side has proved nothing yet. */
@NullMarked
package dev.millstream.transport.admission;

import org.jspecify.annotations.NullMarked;
