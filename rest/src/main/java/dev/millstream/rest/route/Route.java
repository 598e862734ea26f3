package dev.millstream.rest.route;

import dev.millstream.protocol.rest.RestProtocol;
import java.util.List;

/**
 * One thing that can be asked for.
 *
 * @param path segments in braces are parameters
 * @param action runs on a virtual thread of its own, and may wait
 */
public record Route(Method method, String path, Permission permission, RouteAction action) {
    /** A route that is there with the version's prefix, and also without it. */
    public static List<Route> versioned(
            Method method, String path, Permission permission, RouteAction action) {
        return List.of(
                new Route(method, RestProtocol.PREFIX + path, permission, action),
                new Route(method, path, permission, action));
    }

    /** A route of our own, which is there with the version's prefix only. */
    public static List<Route> ours(
            Method method, String path, Permission permission, RouteAction action) {
        return List.of(
                new Route(method, RestProtocol.PREFIX + "/millstream" + path, permission, action));
    }
}
