package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A person looks at the pages with a real browser. */
class BrowserIT extends InBrowser {
  private Fleet fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = new Fleet(running);
  }

  @Test
  void somebody_walks_from_the_organisations_to_a_laptop() throws IOException {
    browser.get(running.central.url() + "/");
    assertTrue(browser.driver.getPageSource().contains("dashboard-link"), "locked without the key");
    browser.shoot("locked");

    browser.get(running.central.url() + "/?key=" + Running.KEY);
    assertEquals(
        running.central.url() + "/", browser.driver.getCurrentUrl(), "the key left the address");
    assertEquals("2 laptops became unsafe since yesterday.", heading());
    browser.shoot("morning");

    follow("Organisations");
    assertEquals("2 of 7 laptops are not safe to work from.", heading());
    browser.shoot("organisations");

    follow("Acme Dental");
    assertEquals("1 of 3 laptops is not safe to work from.", heading());
    assertTrue(browser.text("table").contains("78 (stale 3 d)"), browser.text("table"));
    browser.shoot("organisation");

    follow("LT-0042 Dr. Okafor");
    assertEquals("Not safe to work from.", heading());
    assertTrue(browser.text("main").contains("3 reports never arrived"), "the gap is shown");
    browser.shoot("device-unsafe");

    browser.get(running.central.url() + "/devices/" + fleet.silent.device);
    assertEquals("Silent for 3 d.", heading());
    assertFalse(browser.text(".answer").contains("Safe to work from"), "silence is never safe");
    browser.shoot("device-silent");

    browser.get(running.central.url() + "/devices/" + fleet.waiting.device);
    assertEquals("Enrolled, not heard yet.", heading());
    browser.get(running.central.url() + "/devices/" + fleet.care.device);
    assertTrue(browser.text("main").contains("Fix on Windows"), "the fix for its own system");
    browser.shoot("device-care");
    browser.get(running.central.url() + "/devices/" + fleet.cannotSay.device);
    browser.shoot("device-cannot-say");
    browser.get(running.central.url() + "/devices/" + fleet.safe.device);
    browser.shoot("device-safe");
    browser.nothingWasBlocked();
  }

  @Test
  void a_hostile_name_stays_a_name() throws IOException {
    browser.get(running.central.url() + "/?key=" + Running.KEY);
    browser.get(running.central.url() + "/devices/" + fleet.hostile.device);
    assertEquals("Not safe to work from.", heading());
    assertTrue(browser.text(".over").contains("<script>alert(1)</script>⟨U+202E⟩gpj.exe⟨U+0007⟩"));
    assertTrue(
        browser.driver.findElements(By.cssSelector("main script, main img, main style")).isEmpty());
    assertTrue(
        browser.text("main").contains("Some check of tomorrow"), "an unknown check is shown");
    browser.shoot("device-hostile");
    browser.nothingWasBlocked();
  }

  @Test
  void a_page_refreshes_itself_and_says_when_central_is_gone() {
    browser.get(running.central.url() + "/?key=" + Running.KEY);
    browser.get(running.central.url() + "/devices/" + fleet.safe.device);
    assertEquals("Safe to work from.", heading());
    running.now = running.now.plus(Duration.ofDays(2));
    browser.driver.executeScript(
        "htmx.ajax('GET', location.href,"
            + " {target: '#live', select: '#live', swap: 'outerHTML'})");
    waitFor(() -> heading().startsWith("Silent for 2 d"));
    running.close();
    browser.driver.executeScript(
        "htmx.ajax('GET', location.href,"
            + " {target: '#live', select: '#live', swap: 'outerHTML'}).catch(function () {})");
    waitFor(() -> browser.driver.findElement(By.id("stale")).isDisplayed());
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
    WebElement element = browser.driver.findElement(By.linkText(link));
    element.click();
  }

  private String heading() {
    return browser.text("h1");
  }
}
