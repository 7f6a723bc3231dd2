package cn.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.door.Office;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One person's browser, in which nothing may go wrong unnoticed: what its console complains of and whom it
/// asks besides the gateway is kept.
final class Tab implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern KEY = Pattern.compile("Enter|Tab|Home|(Alt|Control)\\+.");
    private static final String SERIOUS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(fault => ['serious', 'critical'].includes(fault.impact))
                .map(fault => fault.id + ': ' + fault.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context, String gateway) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            var url = request.url();
            if (!url.startsWith(gateway) && url.startsWith("http") && !isSignIn(url)) {
                complaints.add("asked " + url);
            }
        });
    }

    /// The issuer of this machine stands at an address of its own.
    private static boolean isSignIn(String url) {
        return Pattern.matches("http://127\\.0\\.0\\.1:\\d+/(oauth2|login|office|assets|connect|favicon).*", url);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Opens the console, signs in with the office's first password and is back.
    Tab signedIn(Office office) {
        page.navigate("/console/");
        link("登录").click();
        page.locator("input[name=username]").fill(office.account());
        page.locator("input[name=password]").fill(office.password());
        page.locator("[type=submit]").first().click();
        page.waitForURL(url -> url.contains("/console/"));
        assertThat(page.getByText("退出登录")).isVisible();
        return this;
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name))
                .first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first();
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label).first();
    }

    /// What is asked on the page itself.
    Sheet sheet() {
        return new Sheet(page.locator("main"));
    }

    /// The form in front of the page.
    Sheet dialog() {
        return new Sheet(page.locator(".el-dialog:visible"));
    }

    /// The form of a step that the page offers now, by its key.
    Sheet step(String key) {
        page.locator("[data-step=" + key + "]:visible").click();
        return dialog();
    }

    /// Of several, those that say this.
    static LocatorOptions saying(String words) {
        return new LocatorOptions().setHasText(words);
    }

    /// What the page says can be done now, and what stands in its way.
    Locator now() {
        return page.locator(".doable:visible");
    }

    /// Keys pressed one after another wherever the focus is: those with a name, else words typed out.
    Tab types(String... keys) {
        for (var key : keys) {
            if (KEY.matcher(key).matches()) {
                page.keyboard().press(key);
            } else {
                page.keyboard().type(key);
            }
        }
        return this;
    }

    Locator text(String words) {
        return page.getByText(words).first();
    }

    /// @return how long it took until the page showed what it is about and nothing was busy
    Duration opens(String path) {
        var begun = System.nanoTime();
        page.navigate(path);
        isReady();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void isReady() {
        page.locator("h1").first().waitFor();
        page.waitForFunction("() => !document.querySelector('[aria-busy=true], .el-loading-mask, .van-loading')");
    }

    /// The page is quick, complains of nothing, and has no serious fault for who sees or hears it another way. A
    /// picture of it is kept under the name of who looked.
    void holds(String path, String by) {
        var took = opens(path);
        for (int again = 0; again < 2 && took.compareTo(QUICK) > 0; again++) { // others may keep the machine busy
            took = opens(path);
        }
        isSound(path, by + path.replaceAll("[^a-z0-9]+", "-"));
        assertThat(took).as(path).isLessThan(QUICK);
    }

    /// What is behind each further tab of the page has no such fault either.
    void holdsBehindTabs(String path, String by) {
        var form = page.locator(".el-dialog:visible");
        if (form.count() > 0) { // an address may ask for one at once
            page.keyboard().press("Escape");
            assertThat(form).isHidden();
        }
        var tabs = page.locator("[role=tab]").all();
        for (int tab = 1; tab < tabs.size(); tab++) {
            tabs.get(tab).click();
            isReady();
            isSound(path + " tab " + tab, by + path.replaceAll("[^a-z0-9]+", "-") + "-tab-" + tab);
        }
    }

    private void isSound(String what, String picture) {
        pictured(picture);
        assertThat(faults()).as(what).isEmpty();
        isQuiet();
    }

    /// Faults of accessibility that axe calls serious or critical.
    List<String> faults() {
        page.evaluate(Browsers.axe());
        return ((List<?>) page.evaluate(SERIOUS)).stream().map(Object::toString).toList();
    }

    /// Nothing was complained of since the last time, but what is expected and named.
    void isQuiet(String... expected) {
        var left = complaints.stream()
                .filter(complaint -> Arrays.stream(expected).noneMatch(complaint::contains))
                .toList();
        complaints.clear();
        assertThat(left).isEmpty();
    }

    /// Where the menu of the console leads.
    List<String> menu() {
        return page.locator("header nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /// Where links on the page lead to within the console.
    List<String> links() {
        return page.locator("main a[href^='/console/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    void pictured(String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
