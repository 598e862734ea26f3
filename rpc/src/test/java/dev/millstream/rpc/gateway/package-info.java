/** Tests of how gateways are declared. */
@NullMarked
package dev.millstream.rpc.gateway;

import org.jspecify.annotations.NullMarked;
