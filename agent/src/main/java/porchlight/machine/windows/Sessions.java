package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Optional;

/** Who is logged in, where, and who we are; by number, never by name. */
final class Sessions {
  private static final int SESSION = 24;
  private static final int USER_NAME = 5;
  private static final int PROTOCOL = 16;
  private static final int TOKEN_QUERY = 8;
  private static final int TOKEN_USER = 1;
  private static final int MOST = 1_000;

  private Sessions() {}

  static String ask() throws Refused {
    var found = new PointerByReference();
    var count = new IntByReference();
    truth(Dll.call("wtsapi32", "WTSEnumerateSessionsW", null, 0, 1, found, count));
    Pointer list = Dll.pointer(found);
    Bytes bytes;
    try {
      bytes = new Bytes(list.getByteArray(0, SESSION * Math.min(count.getValue(), MOST)));
    } finally {
      free(list);
    }
    var blocks = new Block();
    String self = ownIdentifier();
    boolean seen = false;
    for (int at = 0; at < bytes.length(); at += SESSION) {
      int session = bytes.i32(at);
      if (query(session, USER_NAME, 2).filter(name -> name.u16(0) != 0).isEmpty()) {
        continue; // nobody: services, or a screen that waits
      }
      boolean own = session == ownSession() && People.isPerson(self);
      seen |= own;
      int protocol = query(session, PROTOCOL, 2).map(kind -> kind.u16(0)).orElse(-1);
      blocks
          .begin("user", own ? People.known().number(self) : person(session))
          .put("session", session)
          .put("state", bytes.i32(at + 16))
          .put("where", protocol == 0 ? "console" : "remote");
      if (own) {
        blocks.put("self", 1);
      }
    }
    if (!seen && People.isPerson(self)) {
      blocks.begin("user", People.known().number(self)).put("where", "none").put("self", 1);
    }
    return blocks.toString();
  }

  /** Whose hive says that the session is theirs; 0 where none may be read that does. */
  private static int person(int session) throws Refused {
    List<String> hives = Hive.users().subkeys(4096);
    for (String hive : hives) {
      if (People.isPerson(hive)) {
        try {
          var own = Hive.users().open(hive + "\\Volatile Environment\\" + session);
          if (own.isPresent()) {
            own.get().close();
            return People.known().number(hive);
          }
        } catch (Refused refused) {
          // It is another's, which only the system and administrators may open.
        }
      }
    }
    return 0;
  }

  private static Optional<Bytes> query(int session, int kind, int length) {
    var found = new PointerByReference();
    var size = new IntByReference();
    int done =
        Dll.call("wtsapi32", "WTSQuerySessionInformationW", null, session, kind, found, size);
    Pointer value = found.getValue();
    if (done == 0 || value == null) {
      return Optional.empty();
    }
    try {
      return size.getValue() < length
          ? Optional.empty()
          : Optional.of(new Bytes(value.getByteArray(0, length)));
    } finally {
      free(value);
    }
  }

  private static void free(Pointer memory) {
    Dll.function("wtsapi32", "WTSFreeMemory").invokeVoid(new Object[] {memory});
  }

  private static void truth(int done) throws Refused {
    if (done == 0) {
      throw new Refused(Dll.lastError());
    }
  }

  /** 0 is that of services. */
  static int ownSession() throws Refused {
    var session = new IntByReference();
    truth(
        Dll.call("kernel32", "ProcessIdToSessionId", (int) ProcessHandle.current().pid(), session));
    return session.getValue();
  }

  /** The security identifier of the account that this process runs as. */
  static String ownIdentifier() throws Refused {
    var opened = new PointerByReference();
    truth(Dll.call("advapi32", "OpenProcessToken", new Pointer(-1), TOKEN_QUERY, opened));
    Pointer token = Dll.pointer(opened);
    try {
      var user = new Memory(512);
      truth(
          Dll.call(
              "advapi32",
              "GetTokenInformation",
              token,
              TOKEN_USER,
              user,
              (int) user.size(),
              new IntByReference()));
      var text = new PointerByReference();
      truth(Dll.call("advapi32", "ConvertSidToStringSidW", user.getPointer(0), text));
      Pointer identifier = Dll.pointer(text);
      try {
        return identifier.getWideString(0);
      } finally {
        Dll.free(identifier);
      }
    } finally {
      Dll.call("kernel32", "CloseHandle", token);
    }
  }
}
