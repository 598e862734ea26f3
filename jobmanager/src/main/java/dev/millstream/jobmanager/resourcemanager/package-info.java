/** The endpoint that grants slots: carries out what the slot manager decides. */
@NullMarked
package dev.millstream.jobmanager.resourcemanager;

import org.jspecify.annotations.NullMarked;
