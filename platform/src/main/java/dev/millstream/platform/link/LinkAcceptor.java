package dev.millstream.platform.link;

/** Told of each link that another process opened to this one. */
@FunctionalInterface
public interface LinkAcceptor {
    /**
     * Called once for each link, before any of its frames; returns who is to receive them. Must not
     * block.
     */
    LinkListener accepted(Link link);
}
