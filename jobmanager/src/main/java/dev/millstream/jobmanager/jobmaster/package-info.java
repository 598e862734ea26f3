/** The endpoint that runs one job: carries out what the pure cores below decide. */
@NullMarked
package dev.millstream.jobmanager.jobmaster;

import org.jspecify.annotations.NullMarked;
