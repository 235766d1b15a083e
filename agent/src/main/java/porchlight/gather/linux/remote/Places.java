package porchlight.gather.linux.remote;

import java.util.ArrayList;
import java.util.List;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.remote.Folders;
import porchlight.machine.Question.Among;

/** Where on Linux there may be something of them. */
final class Places {
  private static final String USUAL = "/usr/bin";

  /** The last is NixOS's. */
  private static final List<String> PROGRAM_FOLDERS =
      List.of(USUAL, "/usr/sbin", "/usr/local/bin", "/run/current-system/sw/bin");

  static final Folders FOLDERS = Folders.of(signs(), PROGRAM_FOLDERS, USUAL);
  static final List<Among> QUESTIONS = FOLDERS.questions();

  private Places() {}

  private static List<Sign> signs() {
    var all = new ArrayList<>(LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.PROGRAM));
    all.addAll(LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.PATH));
    return all;
  }
}
