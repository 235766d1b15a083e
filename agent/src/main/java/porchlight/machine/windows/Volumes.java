package porchlight.machine.windows;

import com.sun.jna.Native;

/** Drives with letters, and what the shell tells anybody of their encryption. */
final class Volumes {
  private static final int FIXED = 3;
  private static final String PROPERTY = "System.Volume.BitLockerProtection";

  private Volumes() {}

  static String ask() throws Refused {
    return Com.apartment(() -> {
      char[] folder = new char[512];
      Dll.call("kernel32", "GetSystemWindowsDirectoryW", folder, folder.length);
      char system = Native.toString(folder).charAt(0);
      int letters = Dll.call("kernel32", "GetLogicalDrives");
      var blocks = new Block();
      try (var shell = Automation.of("Shell.Application")) {
        for (int i = 0; i < 26; i++) {
          char letter = (char) ('A' + i);
          if ((letters >> i & 1) != 0) {
            int kind = Dll.call("kernel32", "GetDriveTypeW", Dll.wide(letter + ":\\"));
            blocks.begin("volume", letter + ":").put("kind", kind);
            if (letter == system) {
              blocks.put("system", 1);
            }
            if (kind == FIXED) {
              Drive.tell(blocks, letter);
              encryption(blocks, shell, letter);
            }
          }
        }
      }
      return blocks.toString();
    });
  }

  private static void encryption(Block blocks, Automation shell, char letter) {
    try (var path = Variant.of(letter + ":\\");
        var property = Variant.of(PROPERTY);
        var folder = shell.object("NameSpace", path);
        var self = folder.object("Self")) {
      blocks.some("bitLocker", self.text("ExtendedProperty", property));
    } catch (Refused refused) {
      blocks.put("code", Refused.text(refused.code()));
    }
  }
}
