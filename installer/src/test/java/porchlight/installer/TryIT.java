package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;

/** The README's first command, looked at in a browser, then stopped. */
class TryIT {
  private static final Path WORK = Path.of("target/try");
  private static final Pattern PAGE =
      Pattern.compile("The page of this machine: +(http://127\\.0\\.0\\.1:\\d+/\\S+)");
  private static final Pattern FAILED =
      Pattern.compile("\"outcome\" ?: ?\"fail\".*?\"because\" ?: ?\"([^\"]+)\"", Pattern.DOTALL);

  @TempDir Path folder = Path.of("");

  @Test
  void try_shows_this_machines_real_findings_in_a_browser_and_leaves_nothing_running()
      throws Exception {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    assumeTrue(Chromium.isThere(), Chromium.NEEDED);
    Path out = folder.resolve("out");
    Process script =
        new ProcessBuilder(Path.of("try").toAbsolutePath().toString(), "--offline")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    try {
      String page = page(script, out);
      var failed = failures();
      var seen = new ArrayList<String>();
      look(page, failed, seen);
      assertEquals(failed, seen, "every failure of `porchlight check` is on the page");
    } finally {
      script.destroy();
      if (!script.waitFor(30, TimeUnit.SECONDS)) {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
      }
    }
    String work = WORK.toAbsolutePath().toString();
    assertEquals(
        0,
        ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").contains(work))
            .count(),
        "it left a process behind");
    Files.copy(out, Path.of("target/try-screen.txt"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String page(Process script, Path out) throws Exception {
    for (int i = 0; i < 1200; i++) {
      var page = PAGE.matcher(Files.readString(out));
      if (page.find()) {
        return page.group(1);
      }
      assertTrue(script.isAlive(), "try ended: " + Files.readString(out));
      Thread.sleep(100);
    }
    throw new AssertionError("no page after two minutes: " + Files.readString(out));
  }

  private static List<String> failures() throws Exception {
    var failed = new ArrayList<String>();
    var found = FAILED.matcher(Built.agent("check", "--json", "--offline").out());
    while (found.find()) {
      failed.add(found.group(1));
    }
    return failed;
  }

  private void look(String page, List<String> failed, List<String> seen) throws Exception {
    var browser = Chromium.open(folder.resolve("profile"));
    try {
      browser.manage().window().setSize(new Dimension(1280, 1600));
      browser.get(page);
      assertTrue(
          browser.findElement(By.tagName("body")).getText().contains("Try-out"),
          "the organisation");
      browser.findElement(By.linkText("Try-out")).click();
      browser.findElement(By.cssSelector("table a[href*='/devices/']")).click();
      String text = browser.findElement(By.tagName("main")).getText().replaceAll("\\s+", " ");
      for (String because : failed) {
        if (text.toLowerCase(java.util.Locale.ROOT)
            .contains(because.toLowerCase(java.util.Locale.ROOT))) {
          seen.add(because);
        }
      }
      Path shot = browser.getScreenshotAs(OutputType.FILE).toPath();
      Files.createDirectories(Path.of("target/screenshots"));
      Files.copy(
          shot,
          Path.of("target/screenshots/this-machine.png"),
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      browser.quit();
    }
  }
}
