package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objective-C's calls through the real JNA, to a library of our own that answers as Apple's does:
 * every kind of answer in the processor's register, a BOOL with whatever stands above its byte.
 */
class ObjectiveCLiveTest {
  private static final Path COMPILER = Path.of("/usr/bin/cc");

  private static final String RUNTIME =
      """
      #include <string.h>
      typedef long (*any)(void);
      static int pools, asked;
      void *objc_getClass(const char *n) { return strcmp(n, "CWWiFiClient") ? 0 : (void *) 0x7fff00000010; }
      const char *sel_registerName(const char *s) { return strdup(s); }
      void *objc_autoreleasePoolPush(void) { pools++; return (void *) 0x7ffe00000020; }
      void objc_autoreleasePoolPop(void *p) { if (p == (void *) 0x7ffe00000020) pools--; }
      int pools_open(void) { return pools; }
      long objc_msgSend(void *self, const char *selector) {
        long me = (long) self;
        if (me == 0x7fff00000010 && !strcmp(selector, "sharedWiFiClient")) return 0x7fff00000030;
        if (me == 0x7fff00000030 && !strcmp(selector, "interface")) return 0x7fff00000040;
        if (me == 0x7fff00000040) {
          if (!strcmp(selector, "wlanChannel")) return 0x7fff00000050;
          if (!strcmp(selector, "interfaceName")) return 0x7fff00000060;
          if (!strcmp(selector, "ssid")) return 0;
          if (!strcmp(selector, "powerOn")) return asked++ % 2 ? (long) 0xdeadbeef00 : (long) 0xdeadbeef01;
          if (!strcmp(selector, "interfaceMode")) return 1;
          if (!strcmp(selector, "security")) return 0x7fffffffffffffff;
        }
        if (me == 0x7fff00000050 && !strcmp(selector, "channelNumber")) return 149;
        if (me == 0x7fff00000060 && !strcmp(selector, "UTF8String")) return (long) "en0";
        return -1;
      }
      """;

  private static NativeLibrary runtime(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(COMPILER), "no C compiler here");
    assumeTrue(System.getProperty("os.name", "").equals("Linux"), "Apple's own is there");
    Path source = Files.writeString(folder.resolve("runtime.c"), RUNTIME);
    Path library = folder.resolve("libruntime.so");
    var compiling =
        new ProcessBuilder(
                COMPILER.toString(),
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                source.toString())
            .inheritIO()
            .start();
    assertEquals(true, compiling.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, compiling.exitValue());
    return NativeLibrary.getInstance(library.toString());
  }

  @Test
  void every_kind_of_answer_arrives_as_it_was_sent(@TempDir Path folder) throws Exception {
    var library = runtime(folder);
    var objects = new ObjectiveC(library);
    String said =
        "interface=en0\npower=%s\nmode=1\nchannel=149\nsecurity=9223372036854775807\nssid=\n";
    assertEquals(new Answer.Said(0, String.format(said, 1)), objects.pooled(CoreWlan::read), "on");
    assertEquals(
        new Answer.Said(0, String.format(said, 0)),
        objects.pooled(CoreWlan::read),
        "off, whatever stands above the byte");
    assertEquals(0, library.getFunction("pools_open").invokeInt(new Object[0]));
  }

  @Test
  void a_class_that_is_not_there_is_nothing_and_nothing_is_asked_of_it(@TempDir Path folder)
      throws Exception {
    var objects = new ObjectiveC(runtime(folder));
    assertEquals(0, objects.type("CWNothing"));
    assertThrows(IllegalArgumentException.class, () -> objects.integer(0, "security"));
  }
}
