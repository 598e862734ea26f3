/** What the REST server and its client agree upon: options, the token, and bodies of records. */
@NullMarked
package dev.millstream.protocol.rest;

import org.jspecify.annotations.NullMarked;
