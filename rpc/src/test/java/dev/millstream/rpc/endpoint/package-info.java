/** Tests of options of calls. */
@NullMarked
package dev.millstream.rpc.endpoint;

import org.jspecify.annotations.NullMarked;
