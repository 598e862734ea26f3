/** What can be asked of the ResourceManager. */
@NullMarked
package dev.millstream.protocol.resourcemanager;

import org.jspecify.annotations.NullMarked;
