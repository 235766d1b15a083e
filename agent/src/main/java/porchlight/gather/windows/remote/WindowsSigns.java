package porchlight.gather.windows.remote;

import java.util.List;
import porchlight.gather.RemoteSigns;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;

/** What tools for remote control are recognised by on Windows. */
final class WindowsSigns {
  private static final RemoteSigns ALL = RemoteSigns.shipped();

  private WindowsSigns() {}

  static List<Sign> of(Kind kind) {
    return ALL.of("windows", kind);
  }
}
