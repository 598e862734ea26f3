/** A job's status, details and result, as text and numbers. */
@NullMarked
package dev.millstream.protocol.job;

import org.jspecify.annotations.NullMarked;
