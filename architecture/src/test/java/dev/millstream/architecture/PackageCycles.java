package dev.millstream.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds strongly connected components of more than one node (Tarjan 1972). */
final class PackageCycles {
    private final SortedMap<String, SortedSet<String>> graph;
    private final Map<String, Integer> index = new TreeMap<>();
    private final Map<String, Integer> low = new TreeMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();

    PackageCycles(SortedMap<String, SortedSet<String>> graph) {
        this.graph = graph;
    }

    List<String> find() {
        for (String node : graph.keySet()) {
            if (!index.containsKey(node)) {
                visit(node);
            }
        }
        return found;
    }

    private void visit(String node) {
        index.put(node, index.size());
        low.put(node, index.get(node));
        path.push(node);
        for (String next : graph.getOrDefault(node, new TreeSet<>())) {
            if (!index.containsKey(next)) {
                visit(next);
                low.merge(node, low.get(next), Math::min);
            } else if (path.contains(next)) {
                low.merge(node, index.get(next), Math::min);
            }
        }
        if (low.get(node).equals(index.get(node))) {
            SortedSet<String> component = new TreeSet<>();
            String member;
            do {
                member = path.pop();
                component.add(member);
            } while (!member.equals(node));
            if (component.size() > 1) {
                found.add("These packages need each other: " + component);
            }
        }
    }
}
