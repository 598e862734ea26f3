/** How a component's asynchronous interface is declared. */
@NullMarked
package dev.millstream.rpc.gateway;

import org.jspecify.annotations.NullMarked;
