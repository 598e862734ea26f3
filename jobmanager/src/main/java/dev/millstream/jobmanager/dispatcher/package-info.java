/** The endpoint that clients' requests reach: takes jobs in, and remembers how they ended. */
@NullMarked
package dev.millstream.jobmanager.dispatcher;

import org.jspecify.annotations.NullMarked;
