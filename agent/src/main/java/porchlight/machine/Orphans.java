package porchlight.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Ends processes whose parent has gone, by the mark in the environment that they inherited. Linux
 * only: elsewhere none is found.
 */
final class Orphans {
  private Orphans() {}

  static void end(String mark) {
    ProcessHandle.allProcesses()
        .filter(process -> bears(process, mark))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean bears(ProcessHandle process, String mark) {
    try {
      String environment =
          new String(
              Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ")),
              StandardCharsets.ISO_8859_1);
      return Arrays.asList(environment.split("\0", -1)).contains(mark);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }
}
