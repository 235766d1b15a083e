package porchlight.central;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A central of each test's own, and a real browser with a profile of its own. */
abstract class InBrowser extends OneCentral {
  Browser browser;

  @BeforeEach
  void open(@TempDir Path profile) throws IOException {
    browser = Browser.open(profile);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }
}
