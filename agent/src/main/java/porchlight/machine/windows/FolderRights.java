package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who may do what with files and folders, as the system writes it and takes it (SDDL). */
public final class FolderRights {
  private static final int FILE = 1;
  private static final int OWNER_AND_RIGHTS = 1 | 4;
  private static final int DENIED = 5;
  private static final int REVISION = 1;
  private static final int ATTRIBUTES = 24;
  private static final int NO_OTHER_PROCESS = 0;

  private FolderRights() {}

  /** Of a file or folder that is there; nothing where that may not be asked. */
  public static Optional<String> of(Path path) throws IOException {
    var descriptor = new PointerByReference();
    int code =
        Dll.call(
            "advapi32",
            "GetNamedSecurityInfoW",
            Dll.wide(path.toString()),
            FILE,
            OWNER_AND_RIGHTS,
            null,
            null,
            null,
            null,
            descriptor);
    if (code == DENIED) {
      return Optional.empty();
    }
    Refused.unless(code);
    Pointer held = Dll.pointer(descriptor);
    try {
      var text = new PointerByReference();
      Refused.unlessTrue(
          Dll.call(
              "advapi32",
              "ConvertSecurityDescriptorToStringSecurityDescriptorW",
              held,
              REVISION,
              OWNER_AND_RIGHTS,
              text,
              null));
      Pointer written = Dll.pointer(text);
      try {
        return Optional.of(written.getWideString(0));
      } finally {
        Dll.free(written);
      }
    } finally {
      Dll.free(held);
    }
  }

  /** The security identifier of the account that this process runs as. */
  public static String asking() throws IOException {
    return Sessions.ownIdentifier();
  }

  /** Makes a folder that is not there; at no moment has anybody other rights to it. */
  public static void make(Path folder, String sddl) throws IOException {
    var descriptor = new PointerByReference();
    Refused.unlessTrue(
        Dll.call(
            "advapi32",
            "ConvertStringSecurityDescriptorToSecurityDescriptorW",
            Dll.wide(sddl),
            REVISION,
            descriptor,
            null));
    Pointer held = Dll.pointer(descriptor);
    try (var attributes = new Memory(ATTRIBUTES)) {
      attributes.setInt(0, ATTRIBUTES);
      attributes.setPointer(8, held);
      attributes.setInt(16, NO_OTHER_PROCESS);
      Refused.unlessTrue(
          Dll.call("kernel32", "CreateDirectoryW", Dll.wide(folder.toString()), attributes));
    } finally {
      Dll.free(held);
    }
  }
}
