package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;

/** Every page over the demo's fleet: as it looks, by the keyboard, and without scripts. */
class LooksIT {
  private static Central central;
  private static EveryPage every;

  @TempDir static Path folder;

  @BeforeAll
  static void fill() throws Exception {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    DemoRun demo =
        DemoRun.of(
            Options.parse(List.of("demo", "--devices", "60", "--days", "4")),
            Instant.parse("2026-11-23T02:00:00Z"),
            nowhere);
    Settings settings = Settings.DEFAULTS.withData(folder).withListen(new Address("127.0.0.1", 0));
    DataFolder data = DataFolder.open(folder);
    Central.Host host = demo.fill(settings, data, new SecureRandom(), () -> {}).orElseThrow();
    central =
        Central.start(settings.withCadence(DemoRun.LAST_CADENCE), data, Running.KEY, host, 100);
    every = new EveryPage(data, host.clock().instant());
    every.call(central);
  }

  @AfterAll
  static void close() {
    if (central != null) {
      central.close();
    }
  }

  private static void enter(Browser browser) {
    browser.get(central.url() + "/signin");
    browser.driver.manage().addCookie(new Cookie("porchlight-session", EveryPage.ADMIN));
    browser.get(central.url());
  }

  @Test
  void every_route_that_has_a_page_is_looked_at() {
    assertEquals(List.of(), every.missing(central.routes()));
  }

  @Test
  void nothing_sticks_out_and_axe_finds_nothing_on_any_page(@TempDir Path profile)
      throws Exception {
    try (Browser browser = Browser.open(profile)) {
      enter(browser);
      for (Map.Entry<String, EveryPage.Shown> page : every.pages().entrySet()) {
        browser.get(central.url() + page.getValue().path());
        browser.driver.executeScript(
            "document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
        browser.shoot("demo-" + page.getKey());
      }
      browser.nothingWasBlocked();
    }
  }

  @Test
  void the_days_are_drawn(@TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      enter(browser);
      for (int i = 0;
          i < 100 && browser.number("return document.querySelectorAll('.plot canvas').length") == 0;
          i++) {
        Thread.sleep(100);
      }
      assertEquals(
          1, browser.number("return document.querySelectorAll('.plot.is-drawn canvas').length"));
    }
  }

  @Test
  void a_page_is_walked_by_the_keyboard_and_shows_where_one_is(@TempDir Path profile)
      throws Exception {
    try (Browser browser = Browser.open(profile)) {
      enter(browser);
      press(browser, Keys.TAB);
      WebElement first = browser.driver.switchTo().activeElement();
      assertEquals("Skip to the content", first.getText());
      assertTrue(first.getLocation().getX() >= 0, "it comes into sight");
      press(browser, Keys.ENTER);
      press(browser, Keys.TAB);
      String inside =
          String.valueOf(
              browser.driver.executeScript(
                  "return String(document.querySelector('main').contains(document.activeElement))"));
      assertEquals("true", inside, "past the menu");
      List<String> unseen = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Object seen =
            browser.driver.executeScript(
                "var s = getComputedStyle(document.activeElement);"
                    + "return document.activeElement === document.body || s.outlineStyle !== 'none' ? '' :"
                    + " document.activeElement.outerHTML");
        unseen.add(String.valueOf(seen));
        press(browser, Keys.TAB);
      }
      unseen.removeIf(String::isEmpty);
      assertEquals(List.of(), unseen, "every place has a ring around it");
    }
  }

  private static void press(Browser browser, Keys key) {
    new Actions(browser.driver).sendKeys(key).perform();
  }

  @Test
  void without_scripts_everything_can_be_read(@TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile, false)) {
      enter(browser);
      assertTrue(browser.driver.findElement(By.tagName("h1")).getText().contains("became unsafe"));
      browser.driver.findElement(By.cssSelector("#trend-days summary")).click();
      assertFalse(
          browser.driver.findElements(By.cssSelector("#trend-days tbody tr")).isEmpty(),
          "the figures");
      browser.driver.findElement(By.cssSelector("ul.helps a")).click();
      assertEquals(
          "Not safe to work from.", browser.driver.findElement(By.tagName("h1")).getText());
      browser.driver.findElement(By.cssSelector("#stays summary")).click();
      assertTrue(browser.driver.findElement(By.id("stays")).getText().contains("for "));
    }
  }
}
