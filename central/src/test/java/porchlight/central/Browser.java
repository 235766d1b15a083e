package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium, driven by a test; skips the test where there is none. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));
  private static final String AXE = resource("/axe.min.js");
  final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open(Path profile) throws IOException {
    return open(profile, true);
  }

  /** With {@code scripts} off it reads pages as they come. */
  static Browser open(Path profile, boolean scripts) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no chromium and chromedriver here: apt-get install chromium chromium-driver");
    Files.createDirectories(SCREENSHOTS);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + profile,
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run");
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options));
  }

  void get(String url) {
    driver.get(url);
  }

  /** Asked in one go, so that a refresh in between does no harm. */
  String text(String css) {
    Object text =
        driver.executeScript("return document.querySelector(arguments[0]).innerText", css);
    return String.valueOf(text);
  }

  long number(String script) {
    Object value = driver.executeScript(script);
    return value instanceof Long whole ? whole : 0;
  }

  void nothingWasBlocked() {
    List<String> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(LogEntry::getMessage)
            .filter(message -> !message.matches("(?s).*a status of (400|401|404) .*"))
            .toList();
    assertEquals(List.of(), complaints, "the console is clean under the strict CSP");
  }

  /**
   * Looks at the page at desk and phone width, light and dark: nothing sticks out, axe finds
   * nothing, and a picture of the whole is kept.
   */
  void shoot(String name) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      for (int width : new int[] {1280, 390}) {
        size(width, 900);
        long height = number("return document.documentElement.scrollHeight");
        assertTrue(
            number("return document.documentElement.scrollWidth") <= width,
            name + " sticks out at " + width);
        assertEquals("", violations(), name + " " + scheme + " at " + width);
        size(width, Math.min(4000, height));
        Path file = SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png");
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
      }
    }
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** What axe-core finds against WCAG 2.2 AA and good practice, a line each. */
  private String violations() {
    driver.executeScript(AXE + ";");
    Object found =
        driver.executeAsyncScript(
            "var done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(function"
                + " (r) { done(r.violations.map(function (v) { return v.id + ': ' + v.nodes.map("
                + "function (n) { return n.target.join(' ') + ' ' + n.failureSummary; }).join(' | ');"
                + " })); }, function (e) { done([String(e)]); });");
    return found instanceof List<?> lines
        ? lines.stream().map(String::valueOf).collect(Collectors.joining("\n"))
        : String.valueOf(found);
  }

  private void size(int width, long height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
