package cn.shouwang.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Browsers of several people at once: the system's Chromium, driven by the copy of Playwright that the web
/// pages are developed with. Where there is no Chromium the stories in it are skipped, and say so.
final class Browsers implements AutoCloseable {

    private static final Path WEB = Path.of(System.getProperty("shouwang.home", "../.."), "gateway", "web");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final WholeSuite suite;
    private final Playwright playwright;
    private final Browser chromium;

    private Browsers(WholeSuite suite, Playwright playwright, Browser chromium) {
        this.suite = suite;
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// Hands browsers before the suite to whoever names them as a parameter, and closes them after the class;
    /// skips the class where there is no Chromium.
    static final class Opened implements ParameterResolver, ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return chromium().isPresent()
                    ? ConditionEvaluationResult.enabled("Chromium is here")
                    : ConditionEvaluationResult.disabled("no Chromium here: apt-get install chromium");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browsers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return ofClass(context)
                    .getStore(Namespace.create(Browsers.class))
                    .computeIfAbsent(Browsers.class, _ -> before(WholeSuite.Running.suite(context)), Browsers.class);
        }

        private static ExtensionContext ofClass(ExtensionContext context) {
            return context.getTestMethod().isEmpty()
                    ? context
                    : ofClass(context.getParent().orElseThrow());
        }
    }

    private static Browsers before(WholeSuite suite) {
        System.setProperty("playwright.cli.dir", driver().toString());
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setExecutablePath(chromium().orElseThrow())
                .setArgs(QUIET)
                // root has no user namespaces to lock a page into
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
        return new Browsers(suite, playwright, playwright.chromium().launch(options));
    }

    static String axe() {
        return text(WEB.resolve("node_modules/axe-core/axe.min.js"));
    }

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A folder as Playwright's Java client expects its driver: Node and, beside it, the package.
    private static Path driver() {
        try {
            var driver =
                    Files.createDirectories(Path.of("target", "playwright")).toAbsolutePath();
            link(driver.resolve("node"), node());
            link(driver.resolve("package"), WEB.resolve("node_modules/playwright-core"));
            return driver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path to) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to.toAbsolutePath().normalize());
    }

    private static Path node() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Node on the path"));
    }

    /// A browser window of 1280 pixels at a desk.
    Tab desk() {
        return tab(new NewContextOptions().setViewportSize(1280, 800));
    }

    /// A phone of 360 pixels, touched with fingers.
    Tab phone() {
        return tab(new NewContextOptions()
                .setViewportSize(360, 740)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2));
    }

    private Tab tab(NewContextOptions options) {
        var context = chromium.newContext(
                options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setBaseURL(suite.url()));
        return new Tab(context, suite.url());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
