package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import porchlight.daemon.Lock;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Progress;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Result;
import porchlight.uplink.Outside;
import porchlight.uplink.StateFolder;

/** Enrolment by hand: waits for a cycle that is at work, because both write the same files. */
public final class Enroll {
  private Enroll() {}

  /**
   * Makes this laptop known to that server and removes the token file.
   *
   * @param agent this program's version
   */
  public static Result run(
      Path stateFolder, URI server, Path tokenFile, String agent, Hints hints, Outside outside)
      throws IOException {
    var state = new StateFolder(stateFolder);
    state.prepare();
    return Lock.inTurn(
        state.cycleLock(),
        () -> {
          Result result = Enrolment.enrol(state, server, tokenFile, agent, hints, outside);
          if (result instanceof Result.Done(var identity, int seconds)) {
            Progress before =
                Durable.read(state.delivery()).map(Progress::of).orElse(Progress.NONE);
            Durable.write(state.delivery(), before.enrolled(seconds).text());
          }
          return result;
        });
  }
}
