/** How calls and answers become bytes: frames, gateways and methods by id, typed failures. */
@NullMarked
package dev.millstream.rpc.codec;

import org.jspecify.annotations.NullMarked;
