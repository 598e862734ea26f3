/**
 * What a component is written against: endpoints, their main thread, supervision, and the service.
 */
@NullMarked
package dev.millstream.rpc.endpoint;

import org.jspecify.annotations.NullMarked;
