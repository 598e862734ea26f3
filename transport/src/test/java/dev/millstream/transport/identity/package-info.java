/** Tests of tokens and their files. */
@NullMarked
package dev.millstream.transport.identity;

import org.jspecify.annotations.NullMarked;
