package dev.millstream.rest.page;

import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The static files of the web page, each with a path of its own. They hold nothing of the cluster,
 * so that a browser may load them before it has the token.
 */
public final class PageRoutes {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String IMAGE = "image/svg+xml";

    /** What the page consists of. */
    private static final List<PageFile> FILES =
            List.of(
                    new PageFile("/", "index.html", HTML),
                    file("page.css", STYLE),
                    file("icon.svg", IMAGE),
                    file("main.js", SCRIPT),
                    file("server.js", SCRIPT),
                    file("elements.js", SCRIPT),
                    file("format.js", SCRIPT),
                    file("layout.js", SCRIPT),
                    file("graph.js", SCRIPT),
                    file("overview.js", SCRIPT),
                    file("jobs.js", SCRIPT),
                    file("logs.js", SCRIPT),
                    file("job.js", SCRIPT),
                    file("taskmanagers.js", SCRIPT),
                    file("jobmanager.js", SCRIPT));

    private PageRoutes() {}

    private record PageFile(String path, String name, String contentType) {}

    private static PageFile file(String name, String contentType) {
        return new PageFile("/page/" + name, name, contentType);
    }

    public static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (PageFile file : FILES) {
            routes.add(
                    new Route(
                            Method.GET,
                            file.path(),
                            Permission.PAGE,
                            _ -> Answer.file(file.contentType(), read(file))));
        }
        return routes;
    }

    private static byte[] read(PageFile file) throws IOException {
        try (InputStream content = PageRoutes.class.getResourceAsStream(file.name())) {
            if (content == null) {
                throw new IOException("The page's file " + file.name() + " is not in this build");
            }
            return content.readAllBytes();
        }
    }
}
