/** Tests of the actor system as its users see it. */
@NullMarked
package dev.millstream.rpc.service;

import org.jspecify.annotations.NullMarked;
