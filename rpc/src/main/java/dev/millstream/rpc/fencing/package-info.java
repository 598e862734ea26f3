/** Epochs, which tell a leader's calls from those of an older one. */
@NullMarked
package dev.millstream.rpc.fencing;

import org.jspecify.annotations.NullMarked;
