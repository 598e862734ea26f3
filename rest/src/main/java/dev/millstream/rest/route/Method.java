package dev.millstream.rest.route;

/** The methods that routes have. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
