package dev.millstream.rest.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** All that can be asked for. What isn't in it is refused. Immutable. */
public final class RouteTable {
    private final List<Route> routes;

    /**
     * @throws IllegalArgumentException if two routes are the same
     */
    public RouteTable(Collection<List<Route>> groups) {
        TreeSet<String> known = new TreeSet<>();
        List<Route> all = new ArrayList<>();
        for (List<Route> group : groups) {
            for (Route route : group) {
                if (!known.add(route.method() + " " + route.path())) {
                    throw new IllegalArgumentException(
                            route.method() + " " + route.path() + " is there twice");
                }
                all.add(route);
            }
        }
        routes = List.copyOf(all);
    }

    public List<Route> routes() {
        return routes;
    }
}
