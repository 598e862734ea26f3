/** The REST interface of a JobManager, and its web page. */
@NullMarked
package dev.millstream.rest;

import org.jspecify.annotations.NullMarked;
