package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A person looks at the pages with a real browser. */
class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("screenshots", "target/screenshots"));
  private Running running;
  private Fleet fleet;
  private ChromeDriver browser;

  @BeforeEach
  void open(@TempDir Path folder, @TempDir Path profile) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no chromium and chromedriver here: apt-get install chromium chromium-driver");
    Files.createDirectories(SCREENSHOTS);
    running = new Running(folder, 100);
    fleet = new Fleet(running);
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
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.quit();
    }
    if (running != null) {
      running.close();
    }
  }

  @Test
  void somebody_walks_from_the_organisations_to_a_laptop() throws IOException {
    browser.get(running.central.url() + "/");
    assertTrue(browser.getPageSource().contains("dashboard-link"), "locked without the key");
    shoot("locked");

    browser.get(running.central.url() + "/?key=" + Running.KEY);
    assertEquals(running.central.url() + "/", browser.getCurrentUrl(), "the key left the address");
    assertEquals("2 of 7 laptops are not safe to work from.", heading());
    shoot("organisations");

    follow("Acme Dental");
    assertEquals("1 of 3 laptops is not safe to work from.", heading());
    assertTrue(text("table").contains("78 · silent 3 d"), text("table"));
    shoot("organisation");

    follow("LT-0042 Dr. Okafor");
    assertEquals("Not safe to work from.", heading());
    assertTrue(text("main").contains("3 reports never arrived"), "the gap is shown");
    shoot("device-unsafe");

    browser.get(running.central.url() + "/devices/" + fleet.silent.device);
    assertEquals("Silent for 3 d.", heading());
    assertFalse(text(".answer").contains("Safe to work from"), "silence is never safe");
    shoot("device-silent");

    browser.get(running.central.url() + "/devices/" + fleet.waiting.device);
    assertEquals("Enrolled, not heard yet.", heading());
    browser.get(running.central.url() + "/devices/" + fleet.care.device);
    assertTrue(text("main").contains("Fix on Windows"), "the fix for its own system");
    shoot("device-care");
    browser.get(running.central.url() + "/devices/" + fleet.cannotSay.device);
    shoot("device-cannot-say");
    browser.get(running.central.url() + "/devices/" + fleet.safe.device);
    shoot("device-safe");
    nothing_was_blocked();
  }

  @Test
  void a_hostile_name_stays_a_name() throws IOException {
    browser.get(running.central.url() + "/?key=" + Running.KEY);
    browser.get(running.central.url() + "/devices/" + fleet.hostile.device);
    assertEquals("Not safe to work from.", heading());
    assertTrue(text(".over").contains("<script>alert(1)</script>⟨U+202E⟩gpj.exe⟨U+0007⟩"));
    assertTrue(browser.findElements(By.cssSelector("main script, main img, main style")).isEmpty());
    assertTrue(text("main").contains("Some check of tomorrow"), "an unknown check is shown");
    shoot("device-hostile");
    nothing_was_blocked();
  }

  @Test
  void a_page_refreshes_itself_and_says_when_central_is_gone() {
    browser.get(running.central.url() + "/?key=" + Running.KEY);
    browser.get(running.central.url() + "/devices/" + fleet.safe.device);
    assertEquals("Safe to work from.", heading());
    running.now = running.now.plus(Duration.ofDays(2));
    browser.executeScript(
        "htmx.ajax('GET', location.href,"
            + " {target: '#live', select: '#live', swap: 'outerHTML'})");
    waitFor(() -> heading().startsWith("Silent for 2 d"));
    running.close();
    browser.executeScript(
        "htmx.ajax('GET', location.href,"
            + " {target: '#live', select: '#live', swap: 'outerHTML'}).catch(function () {})");
    waitFor(() -> browser.findElement(By.id("stale")).isDisplayed());
    assertEquals("Silent for 2 d.", heading());
  }

  private interface Condition {
    boolean holds();
  }

  private static void waitFor(Condition condition) {
    for (int i = 0; i < 100 && !condition.holds(); i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertTrue(condition.holds());
  }

  private void follow(String link) {
    WebElement element = browser.findElement(By.linkText(link));
    element.click();
  }

  private String heading() {
    return text("h1");
  }

  /** Asked in one go, so that a refresh in between does no harm. */
  private String text(String css) {
    Object text =
        browser.executeScript("return document.querySelector(arguments[0]).innerText", css);
    return String.valueOf(text);
  }

  private void nothing_was_blocked() {
    List<String> complaints =
        browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(LogEntry::getMessage)
            .filter(message -> !message.contains("401"))
            .toList();
    assertEquals(List.of(), complaints, "the console is clean under the strict CSP");
  }

  /** Saves the whole page at desk and phone width, light and dark; nothing may stick out. */
  private void shoot(String name) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      for (int width : new int[] {1280, 390}) {
        size(width, 900);
        long height = number("return document.documentElement.scrollHeight");
        assertTrue(
            number("return document.documentElement.scrollWidth") <= width,
            name + " sticks out at " + width);
        size(width, Math.min(4000, height));
        Path file = SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png");
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
      }
    }
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private void size(int width, long height) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private long number(String script) {
    Object value = browser.executeScript(script);
    return value instanceof Long whole ? whole : 0;
  }
}
