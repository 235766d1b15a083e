package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadLink;

/** What package managers leave behind to say that a restart is needed. */
record RebootMarks(Machine machine) {
  /** Debian and its kin. */
  static final ReadFile REQUIRED = new ReadFile("/run/reboot-required");

  static final ReadFile PACKAGES = new ReadFile("/run/reboot-required.pkgs");

  /** SUSE. */
  static final ReadFile NEEDED = new ReadFile("/run/reboot-needed");

  /** Image-based systems: a new image that was made ready. */
  static final ReadFile STAGED = new ReadFile("/run/ostree/staged-deployment");

  /** NixOS: the kernel of the start, and that of the system as it is set up now. */
  static final ReadLink BOOTED = new ReadLink("/run/booted-system/kernel");

  static final ReadLink CURRENT = new ReadLink("/run/current-system/kernel");

  /** The next start installs what was made ready, by PackageKit or dnf: systemd.offline-updates. */
  static final ReadLink OFFLINE = new ReadLink("/system-update");

  private static final int SHOWN = 10;

  /** Why a restart is needed, as far as they say; empty when there is no mark. */
  Reading<List<String>> causes() {
    var causes = new ArrayList<String>();
    for (ReadFile mark : List.of(REQUIRED, NEEDED, STAGED)) {
      switch (isThere(mark)) {
        case Known<Boolean>(var there) -> {
          if (there) {
            causes.addAll(mark.equals(REQUIRED) ? packages() : List.of(words(mark)));
          }
        }
        case Unknown<Boolean> unknown -> {
          return unknown.as();
        }
      }
    }
    return isThere(OFFLINE)
        .map(there -> {
          if (there) {
            causes.add("updates are ready to be installed at the next start");
          }
          return causes;
        });
  }

  private static String words(ReadFile mark) {
    return mark.equals(STAGED)
        ? "a new system image is ready"
        : "the package manager asks for a restart";
  }

  private Reading<Boolean> isThere(Question mark) {
    Answer answer = machine.ask(mark);
    return answer instanceof Answer.Missing
        ? Reading.known(false)
        : Answers.read(mark, answer, said -> Reading.known(true));
  }

  private List<String> packages() {
    List<String> named =
        machine.ask(PACKAGES) instanceof Answer.Said said
            ? said.text()
                .lines()
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9+._-]{0,127}"))
                .distinct()
                .limit(SHOWN)
                .map(name -> name + " was updated")
                .toList()
            : List.of();
    return named.isEmpty() ? List.of("the package manager asks for a restart") : named;
  }

  /** Whether NixOS runs its newest kernel; unknown where there is no NixOS. */
  Reading<Boolean> isNixCurrent() {
    return target(BOOTED).flatMap(booted -> target(CURRENT).map(booted::equals));
  }

  private Reading<String> target(ReadLink link) {
    return Answers.read(link, machine.ask(link), said -> Reading.known(said.text().strip()));
  }
}
