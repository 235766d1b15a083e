package porchlight.gather.linux.remote;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.linux.UnitFolders;
import porchlight.gather.remote.Seen;
import porchlight.gather.remote.Units;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** The services that systemd has of them, whether it starts them or not. */
final class Services {
  private static final List<Sign> SIGNS =
      LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.UNIT);

  /** Where this lies, systemd's own package has its units, and so has every other. */
  private static final String OF_SYSTEMD = "getty@.service";

  private Services() {}

  static void read(Machine machine, Seen seen) {
    boolean some = false;
    boolean merged = false;
    for (ListFolder folder : UnitFolders.ALL) {
      if (merged && folder.equals(UnitFolders.OLD)) {
        continue;
      }
      Answer answer = machine.ask(folder);
      if (answer instanceof Answer.Missing) {
        continue; // no such folder: nothing is in it
      }
      switch (Answers.read(folder, answer, said -> Units.names(folder, said))) {
        case Reading.Unknown<List<String>> unknown -> seen.unseen(unknown);
        case Reading.Known<List<String>>(var names) -> {
          merged |= folder.equals(UnitFolders.PACKAGES) && names.contains(OF_SYSTEMD);
          for (String name : names) {
            some |= name.endsWith(".service");
            Units.add(SIGNS, name, seen);
          }
        }
      }
    }
    if (!some) {
      seen.unseen(
          new Reading.Unknown<List<String>>(
              Reason.NOT_SUPPORTED, "the services of a system without systemd are not read"));
    }
  }
}
