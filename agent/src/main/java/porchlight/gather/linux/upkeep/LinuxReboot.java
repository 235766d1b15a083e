package porchlight.gather.linux.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reboot;
import porchlight.gather.linux.patches.Dpkg;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * Whether a Linux machine waits for a restart: by a package manager's mark, by a newer kernel of
 * the running flavour, or by a newer build of the running kernel.
 */
public final class LinuxReboot {
  static final ReadFile BUILD = new ReadFile("/proc/version");

  /** Debian's kernel names its own package's version here. */
  private static final Pattern DEBIAN =
      Pattern.compile(" Debian ([0-9][A-Za-z0-9.+~:-]{0,99}) \\(\\d{4}-\\d\\d-\\d\\d\\)\\s*$");

  private LinuxReboot() {}

  /** From files that every user may read. */
  public static Reading<Reboot> read(Machine machine) {
    var marks = new RebootMarks(machine);
    return marks
        .causes()
        .flatMap(causes ->
            causes.isEmpty() ? kernel(machine, marks) : Reading.known(new Reboot.Pending(causes)));
  }

  private static Reading<Reboot> kernel(Machine machine, RebootMarks marks) {
    var kernels = new Kernels(machine);
    return kernels
        .running()
        .flatMap(running ->
            kernels
                .waiting(running)
                .flatMap(waiting ->
                    waiting.isPresent()
                        ? pending("kernel " + waiting.get() + " is installed", running)
                        : kernels
                            .isNone()
                            .flatMap(none ->
                                none
                                    ? withoutKernel(marks, running)
                                    : sameName(machine, running))));
  }

  private static Reading<Reboot> pending(String what, KernelRelease running) {
    return Reading.known(new Reboot.Pending(List.of(what + ", " + running.text() + " runs")));
  }

  /** NixOS keeps its kernels elsewhere; any other system without one was started from outside. */
  private static Reading<Reboot> withoutKernel(RebootMarks marks, KernelRelease running) {
    return switch (marks.isNixCurrent()) {
      case Known<Boolean>(var current) ->
          current
              ? Reading.known(new Reboot.NotPending(running.text()))
              : pending("another kernel is installed", running);
      case Reading.Unknown<Boolean> notNix ->
          Reading.known(
              new Reboot.DoesNotApply(
                  "this system has no kernel of its own: it was started from outside, as a"
                      + " container is"));
    };
  }

  /** Debian mends a kernel under the same name; only its build tells the two apart. */
  private static Reading<Reboot> sameName(Machine machine, KernelRelease running) {
    Optional<String> build =
        machine.ask(BUILD) instanceof Answer.Said said ? build(said.text()) : Optional.empty();
    Reading<Reboot> current = Reading.known(new Reboot.NotPending(running.text()));
    if (build.isEmpty()) {
      return current; // not Debian's own kernel
    }
    return Dpkg.version(machine.ask(Dpkg.STATUS), "linux-image-" + running.text())
        .flatMap(installed ->
            installed.isEmpty() || installed.get().equals(build.get())
                ? current
                : pending("build " + installed.get() + " of the kernel is installed", running));
  }

  private static Optional<String> build(String text) {
    Matcher found = DEBIAN.matcher(text.strip());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
