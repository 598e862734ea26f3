/** Tests of the failure detector. */
@NullMarked
package dev.millstream.rpc.detector;

import org.jspecify.annotations.NullMarked;
