package dev.millstream.rest.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in Chromium, which must be installed, and looks at what a user sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class WebPageTest {
    private static final double PATIENCE_MS = 20_000;

    /** Without these Chromium calls home, which a closed network makes slow. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    @TempDir static Path directory;

    private Playwright playwright;
    private Browser browser;
    private RunningServer server;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();
    private int number;

    @BeforeAll
    void launch() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(ARGUMENTS));
    }

    private static Path chromium() {
        Optional<Path> found =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        return Optional.ofNullable(System.getenv("MILLSTREAM_CHROMIUM"))
                .map(Path::of)
                .or(() -> found)
                .orElseThrow(() ->
                        new AssertionError(
                                "The web page is tested in a real Chromium, and none is here."
                                        + " Install one (Debian: apt-get install -y chromium), or"
                                        + " name it in MILLSTREAM_CHROMIUM"));
    }

    @AfterAll
    void quit() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void open() throws Exception {
        complaints.clear();
        server = new RunningServer(directory.resolve("run" + number++));
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1400, 900)
                                .setColorScheme(ColorScheme.LIGHT));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(it -> {
            if (it.type().equals("error")) {
                complaints.add(it.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(it -> {
            if (!it.url().startsWith(server.url())) {
                complaints.add("left the server: " + it.url());
            }
        });
    }

    @AfterEach
    void close() {
        context.close();
        server.close();
    }

    @Test
    void shouldShowTheClusterToWhoHasTheToken() {
        FakeJob running = server.dispatcher.run(SampleJobs.diamond(1, "orders and customers"));
        FakeJob ended = server.dispatcher.run(SampleJobs.pipeline(2, "nightly report"));
        ended.finish(List.of());
        openWithToken("");

        sees("h1", "Overview");
        sees(".tile:has-text('TaskManagers') .value", "2");
        sees(".tile:has-text('Task slots') .value", "3 of 4 in use");
        sees(".tile:has-text('Running jobs') .detail", "12 running tasks");
        sees("section:has-text('Running jobs') td >> nth=0", "orders and customers");
        sees("section:has-text('Recently ended') td >> nth=0", "nightly report");
        assertThat(page.url()).doesNotContain("token");

        screenshot("overview");
        running.finish(List.of());
        sees("section:has-text('Running jobs') .none", "No job runs.");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldAskForTheTokenAndRefuseAWrongOne() {
        page.navigate(server.url() + "/");
        sees("h1", "Cluster token");
        page.fill("#token", "wrong-token-0123456789");
        page.click("text=Open");
        sees("[role=alert]", "This is not the token of this cluster.");
        screenshot("token");
        page.fill("#token", RunningServer.TOKEN.reveal());
        page.click("text=Open");
        sees("h1", "Overview");
        page.click("text=Forget token");
        sees("h1", "Cluster token");
        page.reload();
        sees("h1", "Cluster token");
    }

    @Test
    void shouldDrawAJobsGraphWithStatesAndCountsThatGoOn() {
        FakeJob job = server.dispatcher.run(SampleJobs.diamond(3, "orders and customers"));
        job.count(1_234);
        openWithToken("/jobs/" + job.id());

        sees(".vertex >> nth=0", "Source: orders");
        assertThat(page.locator(".vertex").count()).isEqualTo(5);
        assertThat(page.locator(".edge").count()).isEqualTo(4);
        assertThat(page.locator(".vertex[data-state=RUNNING]").count()).isEqualTo(5);
        assertNothingOverlaps();
        sees("tr:has-text('join') >> nth=0", "4,936");

        page.locator(".vertex:has-text('join')").click();
        sees("section:has-text('Subtasks of join') tbody tr >> nth=1", "1,234");
        sees("section:has-text('Subtasks of join') tbody tr >> nth=1", "tm-2");
        screenshot("job");
        job.count(766);
        sees("section:has-text('Subtasks of join') tbody tr >> nth=1", "2,000");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldCancelAJobWhenTheUserConfirms() {
        FakeJob job = server.dispatcher.run(SampleJobs.pipeline(4, "endless"));
        openWithToken("/jobs/" + job.id());

        page.click("text=Cancel job");
        page.click("dialog >> text=Keep it running");
        sees("h1 .badge", "running");
        page.click("text=Cancel job");
        screenshot("cancel");
        page.click("dialog >> text=Cancel job");
        sees("h1 .badge", "canceled");
        assertThat(page.locator(".vertex[data-state=CANCELED]").count()).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldShowWhyAJobFailedAndNoMarkupOfIts() {
        FakeJob job =
                server.dispatcher.run(
                        SampleJobs.pipeline(5, "<img src=x onerror=alert(1)> & \"co\""));
        job.fail(SampleJobs.failure());
        openWithToken("/jobs/" + job.id() + "/exceptions");

        sees("h1", "<img src=x onerror=alert(1)> & \"co\" failed");
        sees(".failure >> nth=0", "NumberFormatException: For input string: \"x\"");
        assertThat(page.locator(".failure").count()).isEqualTo(1);
        sees("pre >> nth=0", "at org.example.Parse.map(Parse.java:12)");
        screenshot("exceptions");
        page.click("text=Configuration");
        sees(".none", "No option is set");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldShowTaskManagersAndWhatRunsThere() throws Exception {
        FakeJob job = server.dispatcher.run(SampleJobs.diamond(6, "orders and customers"));
        Files.writeString(server.logs().resolve("jobmanager.log"), "first line\nlast line\n");
        Files.writeString(
                server.logs().resolve("taskmanager-tm-2.log"),
                "a line\n".repeat(900) + "its last line\n");
        openWithToken("/taskmanagers");

        sees("tbody tr >> nth=0", "1 of 2");
        page.click("text=tm-2");
        sees("h1", "tm-2");
        sees("tbody tr >> nth=0", job.graph().name());
        page.click("text=taskmanager-tm-2.log");
        sees("pre", "its last line");
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "(it => it.scrollTop + it.clientHeight >= it.scrollHeight"
                                                + " - 8)(document.querySelector('pre'))"))
                .isTrue();
        page.click("text=tm-2 >> nth=0");
        screenshot("taskmanager");
        page.click("nav >> text=JobManager");
        sees("tr:has-text('mail.password')", "******");
        page.click("text=jobmanager.log");
        sees("pre", "last line");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldSayThatTheJobManagerIsGone() {
        openWithToken("");
        sees("h1", "Overview");
        server.close();
        sees("#notice", "can’t be reached");
        assertThat(page.locator("body.stale")).isVisible();
    }

    @Test
    void shouldBeReadableInTheDarkAndOnSmallScreens() {
        FakeJob job = server.dispatcher.run(SampleJobs.diamond(7, "orders and customers"));
        job.finish(List.of(new AccumulatorSnapshot("n", new AccumulatorValue.LongSum(1))));
        context.close();
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1400, 900)
                                .setColorScheme(ColorScheme.DARK));
        page = context.newPage();
        openWithToken("/jobs/" + job.id());
        sees(".vertex >> nth=0", "finished");
        assertThat((String) page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(17, 21, 27)");
        screenshot("dark");

        page.setViewportSize(390, 800);
        screenshot("small");
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth"
                                                + " <= window.innerWidth"))
                .isTrue();
    }

    private void openWithToken(String view) {
        page.navigate(server.url() + "/#token=" + RunningServer.TOKEN.reveal());
        if (!view.isEmpty()) {
            page.navigate(server.url() + "/#" + view);
        }
    }

    private void sees(String selector, String text) {
        Locator first = page.locator(selector).first();
        assertThat(first)
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    private void assertNothingOverlaps() {
        var boxes = page.locator(".vertex .box").all().stream().map(Locator::boundingBox).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                var a = boxes.get(i);
                var b = boxes.get(j);
                boolean apart =
                        a.x + a.width <= b.x
                                || b.x + b.width <= a.x
                                || a.y + a.height <= b.y
                                || b.y + b.height <= a.y;
                assertThat(apart).as("vertices %s and %s", i, j).isTrue();
            }
        }
    }

    /** For people to look at: the build keeps them. */
    private void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
