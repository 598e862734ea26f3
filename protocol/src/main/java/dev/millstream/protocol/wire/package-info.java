/** Which gateways and values cross from process to process, and under which ids. */
@NullMarked
package dev.millstream.protocol.wire;

import org.jspecify.annotations.NullMarked;
