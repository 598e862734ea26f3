/** Tests of the catalogue of gateways. */
@NullMarked
package dev.millstream.protocol.wire;

import org.jspecify.annotations.NullMarked;
