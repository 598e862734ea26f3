/** Tests of frames. */
@NullMarked
package dev.millstream.rpc.codec;

import org.jspecify.annotations.NullMarked;
