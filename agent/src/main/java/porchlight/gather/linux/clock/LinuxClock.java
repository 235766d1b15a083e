package porchlight.gather.linux.clock;

import java.time.Instant;
import java.util.Optional;
import porchlight.facts.Clock;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.disks.Hypervisor;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** Whether something sets the clock of a Linux machine right. */
public final class LinuxClock {
  /** systemd, or the container's maker, writes here what kind of container this is. */
  static final ReadFile CONTAINER = new ReadFile("/run/systemd/container");

  /** There while chrony runs, whoever may look into it. */
  static final ReadFile CHRONY = new ReadFile("/run/chrony/chronyd.pid");

  private static final String ANY = "a time service";

  private LinuxClock() {}

  /** A file before a program: asking timedatectl starts a service as well. */
  public static Reading<Clock> read(Machine machine) {
    return switch (Timesyncd.last(machine.ask(Timesyncd.LAST))) {
      case Reading.Known<Instant>(var last) ->
          Reading.known(new Clock.Kept("systemd-timesyncd", Optional.of(last)));
      case Reading.Unknown<Instant> another ->
          Timedatectl.read(machine.ask(Timedatectl.SHOW)).flatMap(told -> read(machine, told));
    };
  }

  private static Reading<Clock> read(Machine machine, Timedatectl told) {
    if (!told.isSet()) {
      return unset(machine, told);
    }
    String by = service(machine);
    // The kernel goes on saying so for hours after the last time service was turned off.
    return told.isThere() && !told.isOn() && by.equals(ANY)
        ? Reading.unknown(
            Reason.NOT_SUPPORTED, "the clock was set lately; what sets it is not seen")
        : Reading.known(new Clock.Kept(by, Optional.empty()));
  }

  private static String service(Machine machine) {
    Answer answer = machine.ask(CHRONY);
    // In a folder that others may not look into.
    return answer instanceof Answer.Said || answer instanceof Answer.Denied ? "chrony" : ANY;
  }

  /** A container has the clock of the machine around it; a virtual machine's host may set its. */
  private static Reading<Clock> unset(Machine machine, Timedatectl told) {
    return switch (machine.ask(CONTAINER)) {
      case Answer.Said said ->
          Reading.known(
              new Clock.DoesNotApply("a container has the clock of the machine it runs on"));
      case Answer.Missing() ->
          new Hypervisor(machine)
              .isThere()
              .flatMap(isVirtual ->
                  isVirtual
                      ? Reading.unknown(
                          Reason.NOT_SUPPORTED,
                          "no time service sets it; the host of this virtual machine may")
                      : Reading.known(new Clock.NotKept(because(told))));
      case Answer other ->
          Answers.read(
              CONTAINER, other, said -> Answers.<Clock>notUnderstood(CONTAINER, said.text()));
    };
  }

  private static String because(Timedatectl told) {
    if (told.isOn()) {
      return "a time service is on, but has not been able to set it";
    }
    return told.isThere()
        ? "a time service is installed, but it is not on"
        : "no time service is installed";
  }
}
