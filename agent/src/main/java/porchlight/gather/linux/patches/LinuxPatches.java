package porchlight.gather.linux.patches;

import java.util.Set;
import java.util.function.Function;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.OsRelease;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * The security updates that wait on this Linux.
 *
 * <p>With apt, pending is a package whose installed version is older than the one in a security
 * list of the installed release. That is apt's own set, and these more that apt would not install
 * now and that leave the laptop just as open: held and pinned packages, those kept back for the
 * sake of others, and those whose newest version comes from another list than the security list.
 * That is known as of the date in the archive's signed Release file. Neither the time of apt's last
 * run counts nor the age of any file here: both look fresh while the one host that brings the
 * security list cannot be reached.
 *
 * <p>With the others, pending is what the program itself says, as of the time at which the least
 * lately checked repository was found to have the metadata that lie here.
 */
public final class LinuxPatches {
  static final ReadFile OSTREE = new ReadFile("/run/ostree-booted");

  /** They have a package manager that does not update them. */
  private static final Set<String> IMAGES = Set.of("steamos");

  private LinuxPatches() {}

  /** From dpkg's and apt's own files, or from what dnf, zypper or pacman say without network. */
  public static Reading<Patches> read(Machine machine) {
    return OsRelease.read(machine)
        .flatMap(os -> read(os, machine))
        .map(patches -> patches.beside(Beside.of(machine)));
  }

  private static Reading<Patches> read(OsRelease os, Machine machine) {
    if (os.isLike("debian") || os.isLike("ubuntu")) {
      return apt(os, machine);
    }
    if (os.isLike("fedora") || os.isLike("rhel") || os.isLike("centos")) {
      return ofPackages(machine, Dnf::read);
    }
    if (os.isLike("suse") || os.isLike("opensuse")) {
      return ofPackages(machine, Zypper::read);
    }
    if (IMAGES.contains(os.id())) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED, os.title() + " is updated as one image, which is not read yet");
    }
    return os.isLike("arch") ? ofPackages(machine, Pacman::read) : apt(os, machine);
  }

  private static Reading<Patches> apt(OsRelease os, Machine machine) {
    return Archive.of(os)
        .flatMap(archive ->
            Dpkg.installed(machine.ask(Dpkg.STATUS))
                .flatMap(installed ->
                    AptLists.read(machine)
                        .flatMap(lists ->
                            new SecurityUpdates(machine, archive, lists, installed).read())));
  }

  /** A system that is one image is not updated package by package, whatever programs it has. */
  private static Reading<Patches> ofPackages(
      Machine machine, Function<Machine, Reading<Patches>> read) {
    Answer ostree = machine.ask(OSTREE);
    return ostree instanceof Answer.Missing
        ? read.apply(machine)
        : Answers.read(
            OSTREE,
            ostree,
            said ->
                Reading.unknown(
                    Reason.NOT_SUPPORTED,
                    "this system is updated as one image (rpm-ostree or bootc), which is not read"
                        + " yet"));
  }
}
