package porchlight.gather.linux.live;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Lets this very Java speak from within another network namespace: a thread that went there, and
 * all that it starts. With a resolv.conf of its own, which nobody outside sees.
 */
final class Indoors {
  private static final int NETWORK = 0x40000000;
  private static final int MOUNTS = 0x00020000;
  private static final long BIND = 4096;
  private static final long PRIVATE_BELOW = 0x4000 | 1 << 18;

  private Indoors() {}

  /** The little of the C library that it takes. */
  interface LibC extends Library {
    int open(String path, int flags);

    int setns(int file, int kind);

    int unshare(int kind);

    int close(int file);

    int mount(String what, String where, String kind, NativeLong flags, Pointer data);
  }

  static <T> T run(String pid, Optional<Path> resolvConf, Callable<T> work) {
    var done = new CompletableFuture<T>();
    var thread =
        new Thread(
            () -> {
              try {
                enter(pid, resolvConf);
                done.complete(work.call());
              } catch (Exception | Error failed) {
                done.completeExceptionally(failed);
              }
            },
            "indoors");
    thread.setDaemon(true);
    thread.start();
    return done.join();
  }

  private static void enter(String pid, Optional<Path> resolvConf) {
    LibC libC = Native.load("c", LibC.class);
    int file = libC.open("/proc/" + pid + "/ns/net", 0);
    must("open", file >= 0);
    must("setns", libC.setns(file, NETWORK) == 0);
    libC.close(file);
    resolvConf.ifPresent(path -> {
      must("unshare", libC.unshare(MOUNTS) == 0);
      must(
          "make it our own",
          libC.mount("none", "/", "", new NativeLong(PRIVATE_BELOW), Pointer.NULL) == 0);
      must(
          "mount",
          libC.mount(path.toString(), "/etc/resolv.conf", "", new NativeLong(BIND), Pointer.NULL)
              == 0);
    });
  }

  private static void must(String what, boolean done) {
    if (!done) {
      throw new AssertionError("cannot " + what + ": " + Native.getLastError());
    }
  }
}
