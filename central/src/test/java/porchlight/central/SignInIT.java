package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** From the first link to a client who sees their own, as people do it, with a real browser. */
class SignInIT extends InBrowser {
  private static final String PASSWORD = "four words of hers";

  @BeforeEach
  void two_clients() throws IOException {
    running
        .laptop("Quince Legal", "LT-2")
        .full(Samples.content("LT-2", "safe", 90, "firewall:pass:high"))
        .send();
    running
        .laptop("Acme Dental", "LT-1")
        .full(Samples.content("LT-1", "unsafe", 40, "firewall:fail:high"))
        .send();
  }

  @Test
  void the_first_admin_puts_codes_on_and_invites_a_client_who_sees_their_own() throws Exception {
    browser.get(running.central.setUpLink().orElseThrow());
    browser.shoot("join");
    type("name", "ada");
    choosePassword();
    signIn("ada", "");
    putCodesOn();
    browser.get(running.central.url() + "/people");
    type("name", "cleo");
    find("select[name=organisation]").sendKeys("Acme Dental");
    browser.shoot("people");
    press("form[action='/people'] button");
    until(() -> browser.text("h1").startsWith("A link"));
    String link = browser.text("#secret").strip();
    browser.get(running.central.url() + "/audit");
    assertTrue(browser.text("main").contains("invited"), browser.text("main"));
    browser.shoot("audit");
    browser.get(running.central.url() + "/tokens");
    browser.shoot("tokens");
    press("form.self button");
    until(() -> browser.text("h1").equals("Sign in"));

    browser.get(link);
    choosePassword();
    signIn("cleo", "");
    String home = browser.text("body");
    assertTrue(home.contains("Acme Dental") && !home.contains("Quince Legal"), home);
    assertFalse(home.contains("People"), home);
    browser.shoot("client");
    browser.nothingWasBlocked();
  }

  private void putCodesOn() throws Exception {
    browser.get(running.central.url() + "/account");
    browser.shoot("account");
    browser.driver.findElement(By.linkText("Put them on")).click();
    until(() -> browser.text("h1").equals("Put one-time codes on"));
    String seed = browser.text("#seed").replace(" ", "");
    browser.shoot("codes");
    assertTrue(
        Phone.seen(Browser.SCREENSHOTS.resolve("codes-1280-light.png"))
            .startsWith("otpauth://totp/Porchlight:ada?secret=" + seed),
        "a phone reads the picture");
    type("code", Phone.code(seed, running.now));
    type("password", PASSWORD);
    press("form[action='/account/codes'] button");
    until(() -> browser.text("h1").equals("One-time codes are on"));
    assertEquals(10, browser.text("#secret").lines().count());
    press("form.self button");
    running.now = running.now.plus(Duration.ofMinutes(1));
    signIn("ada", Phone.code(seed, running.now));
    assertTrue(browser.text("header").contains("ada"), "they are in");
  }

  private void choosePassword() {
    type("password", PASSWORD);
    type("again", PASSWORD);
    press("main form button");
  }

  private void signIn(String name, String code) {
    until(() -> browser.text("h1").equals("Sign in"));
    type("name", name);
    type("password", PASSWORD);
    type("code", code);
    press("main form button");
    until(() -> !browser.text("h1").equals("Sign in"));
  }

  /** A click returns before the page that it leads to is there. */
  private static void until(BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "the page never came");
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void type(String field, String text) {
    WebElement input = find("main input[name=" + field + "]");
    input.clear();
    input.sendKeys(text);
  }

  private void press(String css) {
    find(css).click();
  }

  private WebElement find(String css) {
    return browser.driver.findElement(By.cssSelector(css));
  }
}
