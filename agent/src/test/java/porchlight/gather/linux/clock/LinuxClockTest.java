package porchlight.gather.linux.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Clock;
import porchlight.facts.Clock.DoesNotApply;
import porchlight.facts.Clock.Kept;
import porchlight.facts.Clock.NotKept;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

class LinuxClockTest {
  private static final ReadFile PROCESSOR = new ReadFile("/proc/cpuinfo");
  private static final String OFF = Captures.text("clock/timedatectl-show-off.txt");
  private static final String SET = OFF.replace("NTPSynchronized=no", "NTPSynchronized=yes");
  private static final Answer NO_SYSTEMD =
      new Answer.Said(1, "", "System has not been booted with systemd as init system (PID 1).\n");

  private final Scripted laptop = new Scripted().says(PROCESSOR, "flags : fpu vme\n");

  private Reading<Clock> read() {
    return LinuxClock.read(laptop);
  }

  private void because(String expected) {
    assertEquals(Reading.known(new NotKept(expected)), read());
  }

  private Reason reason() {
    return ((Unknown<Clock>) read()).reason();
  }

  @Test
  void timesyncd_tells_when_it_last_set_the_clock() {
    laptop.says(Timesyncd.LAST, "2026-11-22T08:50:00.5Z");
    Instant last = Instant.parse("2026-11-22T08:50:00.5Z");
    assertEquals(Reading.known(new Kept("systemd-timesyncd", Optional.of(last))), read());
  }

  @Test
  void any_other_service_is_known_by_the_kernels_clock() {
    laptop.says(Timedatectl.SHOW, SET.replace("NTP=no", "NTP=yes"));
    assertEquals(Reading.known(new Kept("a time service", Optional.empty())), read());
    laptop.says(Timedatectl.SHOW, SET);
    assertInstanceOf(Reading.Unknown.class, read(), "it was set, and the service is off now");
    laptop.answers(LinuxClock.CHRONY, new Answer.Denied());
    assertEquals(Reading.known(new Kept("chrony", Optional.empty())), read());
  }

  @Test
  void why_nothing_sets_the_clock_is_told() {
    laptop.says(Timedatectl.SHOW, "CanNTP=no\nNTP=no\nNTPSynchronized=no\n");
    because("no time service is installed");
    laptop.says(Timedatectl.SHOW, "CanNTP=yes\nNTP=yes\nNTPSynchronized=no\n");
    because("a time service is on, but has not been able to set it");
    laptop.says(Timedatectl.SHOW, OFF);
    because("a time service is installed, but it is not on");
  }

  @Test
  void a_container_and_a_virtual_machine_are_not_blamed() {
    laptop.says(Timedatectl.SHOW, OFF).says(PROCESSOR, "flags : fpu hypervisor lm\n");
    assertEquals(Reason.NOT_SUPPORTED, reason());
    laptop.says(LinuxClock.CONTAINER, "systemd-nspawn");
    assertInstanceOf(DoesNotApply.class, ((Known<Clock>) read()).value());
    laptop.answers(LinuxClock.CONTAINER, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }

  @Test
  void missing() {
    assertEquals(Reason.TOOL_MISSING, reason());
  }

  @Test
  void denied() {
    laptop.answers(Timedatectl.SHOW, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }

  @Test
  void without_systemd_it_cannot_be_told() {
    laptop.answers(Timedatectl.SHOW, NO_SYSTEMD);
    assertTrue(((Unknown<Clock>) read()).detail().endsWith("systemd does not run here"));
  }

  @Test
  void not_understood() {
    laptop.says(Timedatectl.SHOW, "CanNTP=yes\nNTP=perhaps\nNTPSynchronized=yes\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
    laptop.says(Timesyncd.LAST, "yesterday").says(Timedatectl.SHOW, "");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
    int forms =
        Garbled.each(
            OFF,
            garbled -> {
              laptop.says(Timedatectl.SHOW, garbled);
              assertFalse(
                  read() instanceof Known<Clock>(Clock clock) && clock instanceof Kept, garbled);
            });
    assertTrue(forms > 100);
  }
}
