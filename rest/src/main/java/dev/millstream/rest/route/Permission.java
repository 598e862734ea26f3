package dev.millstream.rest.route;

/** What a caller must be allowed for a route. */
public enum Permission {
    /** Nothing: the static files of the web page, which hold nothing of the cluster. */
    PAGE,
    /** To see the cluster and its jobs. */
    READ,
    /** To change something. */
    CHANGE
}
