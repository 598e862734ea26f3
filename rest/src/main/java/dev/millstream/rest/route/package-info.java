/** What a route is: its method, path and permission, and what it makes of a request. */
@NullMarked
package dev.millstream.rest.route;

import org.jspecify.annotations.NullMarked;
