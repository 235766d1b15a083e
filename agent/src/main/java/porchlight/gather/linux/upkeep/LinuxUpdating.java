package porchlight.gather.linux.upkeep;

import java.util.List;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.Answers;
import porchlight.gather.linux.OsRelease;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** Whether a Linux machine installs security updates by itself, each family in its own way. */
public final class LinuxUpdating {
  /** There on systems that are renewed as one image. */
  static final ReadFile IMAGE_BASED = new ReadFile("/run/ostree-booted");

  private static final String DNF = "dnf-automatic";

  private LinuxUpdating() {}

  /** From the settings that count and the timers that run. */
  public static Reading<Updating> read(Machine machine) {
    return OsRelease.read(machine).flatMap(os -> read(machine, os));
  }

  private static Reading<Updating> read(Machine machine, OsRelease os) {
    if (os.isLike("debian") || os.isLike("ubuntu")) {
      var updating = UnattendedUpgrades.read(machine, os);
      // Mint's own update manager does it in its own way.
      return os.id().equals("linuxmint")
          ? updating.flatMap(one -> one.byItself() ? Reading.known(one) : notRead(os))
          : updating;
    }
    if (Stream.of("fedora", "rhel", "centos").anyMatch(os::isLike)) {
      return isImageBased(machine).flatMap(image -> image ? notRead(os) : dnf(machine));
    }
    if (Stream.of("suse", "opensuse").anyMatch(os::isLike)) {
      return Units.read(machine.ask(Units.SHOW))
          .flatMap(units ->
              units.isOn(Units.SUSE)
                  ? Reading.known(new Updating("transactional-update", List.of()))
                  : notRead(os));
    }
    return notRead(os);
  }

  private static Reading<Updating> notRead(OsRelease os) {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "whether " + os.title() + " updates itself is not read yet");
  }

  private static Reading<Boolean> isImageBased(Machine machine) {
    Answer answer = machine.ask(IMAGE_BASED);
    return answer instanceof Answer.Missing
        ? Reading.known(false)
        : Answers.read(IMAGE_BASED, answer, said -> Reading.known(true));
  }

  private static Reading<Updating> dnf(Machine machine) {
    return Units.read(machine.ask(Units.SHOW)).flatMap(units -> dnf(machine, units));
  }

  private static Reading<Updating> dnf(Machine machine, Units units) {
    if (units.isOn(Units.DNF_INSTALL)) {
      return Reading.known(new Updating(DNF, List.of()));
    }
    if (units.isOn(Units.DNF) || units.isOn(Units.DNF5)) {
      return DnfAutomatic.installs(machine)
          .map(installs ->
              new Updating(
                  DNF,
                  installs ? List.of() : List.of("apply_updates is not yes in automatic.conf")));
    }
    boolean installed = Stream.of(Units.DNF, Units.DNF_INSTALL, Units.DNF5).anyMatch(units::has);
    return Reading.known(
        new Updating(
            DNF, List.of(DNF + (installed ? "'s timer or service is off" : " is not installed"))));
  }
}
