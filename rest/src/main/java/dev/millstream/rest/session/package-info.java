/** What our own client needs beyond the field's routes: submission, long polls, results. */
@NullMarked
package dev.millstream.rest.session;

import org.jspecify.annotations.NullMarked;
