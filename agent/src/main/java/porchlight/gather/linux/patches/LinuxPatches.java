package porchlight.gather.linux.patches;

import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.gather.linux.OsRelease;
import porchlight.machine.Machine;

/**
 * The security updates that wait on this Linux.
 *
 * <p>Pending is a package whose installed version is older than the one in a security list of the
 * installed release. That is apt's own set, and these more that apt would not install now and that
 * leave the laptop just as open: held and pinned packages, those kept back for the sake of others,
 * and those whose newest version comes from another list than the security list.
 *
 * <p>What is known is known as of the date in the archive's signed Release file. Neither the time
 * of apt's last run counts nor the age of any file here: both look fresh while the one host that
 * brings the security list cannot be reached.
 */
public final class LinuxPatches {
  private LinuxPatches() {}

  /** From dpkg's and apt's own files; no program is run but apt's to unpack a packed list. */
  public static Reading<Patches> read(Machine machine) {
    return OsRelease.read(machine)
        .flatMap(Archive::of)
        .flatMap(archive ->
            Dpkg.installed(machine.ask(Dpkg.STATUS))
                .flatMap(installed ->
                    AptLists.read(machine)
                        .flatMap(lists ->
                            new SecurityUpdates(machine, archive, lists, installed).read())));
  }
}
