package porchlight.gather.linux.remote;

import porchlight.facts.Reading;
import porchlight.facts.RemoteTools;
import porchlight.gather.RemoteSigns;
import porchlight.gather.remote.Seen;
import porchlight.machine.Machine;

/** The known tools for remote control on this Linux, by their files, services and processes. */
public final class LinuxRemoteTools {
  static final String SYSTEM = "linux";
  static final RemoteSigns SIGNS = RemoteSigns.shipped();

  private LinuxRemoteTools() {}

  public static Reading<RemoteTools> read(Machine machine) {
    var seen = new Seen();
    RunningNames.RUNNING.read(machine, seen);
    Places.FOLDERS.read(machine, seen);
    Services.read(machine, seen);
    return Reading.known(seen.all());
  }
}
