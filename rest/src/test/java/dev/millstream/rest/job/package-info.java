/** Tests of the routes of jobs. */
@NullMarked
package dev.millstream.rest.job;

import org.jspecify.annotations.NullMarked;
