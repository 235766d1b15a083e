package porchlight.central;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A central of each test's own, on a folder of its own. */
abstract class OneCentral {
  Path folder;
  Running running;

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    running = new Running(folder, 100);
  }

  @AfterEach
  void stop() {
    running.close();
  }
}
