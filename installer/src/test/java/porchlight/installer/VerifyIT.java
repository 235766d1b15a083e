package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Two people at two terminals: a tech with a browser at central, and an ordinary user of the laptop
 * who cannot read its key. systemd starts the half that signs.
 */
class VerifyIT {
  private static final Path ACTIVATE = Path.of("/usr/bin/systemd-socket-activate");

  @TempDir Path folder = Path.of("");
  private RunningCentral central;
  private Process listening;
  private ChromeDriver browser;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    assumeTrue(Chromium.isThere(), Chromium.NEEDED);
    assumeTrue(Files.isExecutable(ACTIVATE), "needs systemd");
    assumeTrue(System.getProperty("user.name").equals("root"), "needs root, to be somebody else");
    central = new RunningCentral(folder);
    central.awaitReady();
    Path settings = central.settings(folder);
    var enrolled =
        Built.agent(
            "enroll",
            "--server",
            central.address(),
            "--token-file",
            folder.resolve("token").toString(),
            "--config",
            settings.toString());
    assertEquals(0, enrolled.code(), enrolled.err());
    assertEquals(0, Built.agent("cycle", "--config", settings.toString()).code());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path socket = folder.resolve("verify.sock");
    listening =
        new ProcessBuilder(
                ACTIVATE.toString(),
                "-l",
                socket.toString(),
                "-a",
                "--inetd",
                Built.AGENT.toString(),
                "verify-desk",
                "--config",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("listening.log").toFile())
            .start();
    for (int i = 0; i < 100 && !Files.exists(socket); i++) {
      Thread.sleep(50);
    }
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    browser = Chromium.open(folder.resolve("profile"));
    browser.get(central.address() + "/?key=" + central.key());
  }

  @AfterEach
  void stop() throws Exception {
    if (browser != null) {
      browser.quit();
    }
    if (listening != null) {
      listening.descendants().forEach(ProcessHandle::destroy);
      listening.destroy();
      listening.waitFor();
    }
    if (central != null) {
      central.close();
    }
  }

  private Person person(String... options) throws Exception {
    return Person.of("nobody", folder, options);
  }

  /** Opens one on the laptop's page; the two words that the tech is shown. */
  private String opened() throws InterruptedException {
    browser.get(central.address() + "/organisations");
    find(By.linkText("Test")).click();
    find(By.cssSelector("table a[href*='/devices/']")).click();
    find(By.cssSelector("a[href$='/verify']")).click();
    find(By.name("ticket")).sendKeys("4711");
    find(By.cssSelector("input[name=called][value=user]")).click();
    find(By.cssSelector(".door form button")).click();
    return find(By.cssSelector(".spoken")).getText();
  }

  /** What a busy machine may take a while to show. */
  private WebElement find(By what) throws InterruptedException {
    for (int i = 0; i < 300 && browser.findElements(what).isEmpty(); i++) {
      Thread.sleep(100);
    }
    var found = browser.findElements(what);
    assertFalse(found.isEmpty(), what + " on " + browser.findElement(By.tagName("body")).getText());
    return found.getFirst();
  }

  private String heading() {
    Object text = browser.executeScript("return document.querySelector('h1').innerText");
    return String.valueOf(text);
  }

  private void awaitHeading(String wanted) throws InterruptedException {
    for (int i = 0; i < 200 && !heading().startsWith(wanted); i++) {
      Thread.sleep(100);
    }
    assertTrue(heading().startsWith(wanted), heading());
  }

  private void type(String code) throws InterruptedException {
    find(By.name("code")).sendKeys(code);
    browser.findElement(By.cssSelector("form[action$='/code'] button")).click();
  }

  private void shoot(String name) throws Exception {
    Files.createDirectories(Path.of("target/screenshots"));
    Files.copy(
        browser.getScreenshotAs(OutputType.FILE).toPath(),
        Path.of("target/screenshots", name + ".png"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void two_people_prove_to_each_other_who_they_are_within_a_minute() throws Exception {
    Instant begun = Instant.now();
    String words = opened();
    assertEquals("Waiting for the laptop.", heading());
    try (Person user = person()) {
      assertTrue(user.until("know nothing of this").contains("    " + words + "\n"), words);
      awaitHeading("The laptop shows it.");
      user.type("1");
      String code = user.shown("Read this to them:\\s+(\\d\\d \\d\\d \\d\\d)");
      awaitHeading("The laptop has signed.");
      assertFalse(browser.getPageSource().contains(code.replace(" ", "")), "central shows no code");
      shoot("verify-signed");
      type(code);
      awaitHeading("Verified");
      user.until("Verified\\.");
      assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 60, "within a minute");
      String proof = find(By.cssSelector("dl.evidence")).getText();
      assertTrue(proof.contains("nobody"), "the account, by the kernel's word: " + proof);
      shoot("verify-proven");
      find(By.name("text")).sendKeys("correct horse 9!");
      browser.findElement(By.cssSelector("form[action$='/message'] button")).click();
      user.until("correct horse 9!");
      assertEquals(0, user.ended());
      for (int i = 0; i < 100 && !browser.getPageSource().contains("has taken it"); i++) {
        Thread.sleep(100);
      }
      assertTrue(browser.getPageSource().contains("The laptop has taken it"));
      assertFalse(browser.getPageSource().contains("correct horse"));
    }
  }

  @Test
  void a_user_who_was_not_told_the_words_turns_it_away() throws Exception {
    opened();
    try (Person user = person("--tech")) {
      user.until("y or n");
      user.type("n");
      user.until("told that this is not yours");
      assertEquals(1, user.ended());
    }
    awaitHeading("The user says that this is not theirs.");
  }

  @Test
  void nobody_who_waits_is_told_as_such() throws Exception {
    try (Person user = person("--tech")) {
      user.until("Nobody at your service desk has opened");
      assertEquals(1, user.ended());
    }
  }

  @Test
  void an_ordinary_user_cannot_read_the_key() throws Exception {
    var read =
        Built.run(
            List.of("runuser", "-u", "nobody", "--", "cat", folder + "/state/device.key"),
            java.util.Map.of());
    assertEquals(1, read.code(), read.out());
  }
}
