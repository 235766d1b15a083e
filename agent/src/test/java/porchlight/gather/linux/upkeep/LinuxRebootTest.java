package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Scripted;
import porchlight.gather.linux.patches.Dpkg;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class LinuxRebootTest {
  private static final String RUNNING = "6.1.0-25-amd64";
  private static final String NEWER = "6.1.0-26-amd64";

  private Scripted laptop;

  @BeforeEach
  void a_debian_laptop_that_runs_its_newest_kernel() {
    laptop =
        new Scripted()
            .says(Kernels.RUNNING, RUNNING + "\n")
            .says(Kernels.MODULES, "6.1.0-9-amd64\n" + RUNNING)
            .says(Kernels.BOOT, "config-" + RUNNING + "\ngrub/\nvmlinuz-" + RUNNING)
            .says(LinuxReboot.BUILD, build("6.1.106-3"))
            .says(Dpkg.STATUS, status("6.1.106-3"));
  }

  private static String build(String version) {
    return "Linux version "
        + RUNNING
        + " (debian-kernel@lists.debian.org) (gcc-12 12.2.0) #1 SMP PREEMPT_DYNAMIC Debian "
        + version
        + " (2024-08-26)\n";
  }

  private static String status(String version) {
    return "Package:dpkg\nStatus: install ok installed\nVersion: 1.21\nArchitecture: amd64\n\n"
        + "Package:linux-image-"
        + RUNNING
        + "\nStatus: install ok installed\nVersion: "
        + version
        + "\nArchitecture: amd64\n\n# bytes 300\n";
  }

  private Reason reason() {
    return ((Reading.Unknown<Reboot>) LinuxReboot.read(laptop)).reason();
  }

  private void pendingBecause(String... causes) {
    assertEquals(Reading.known(new Reboot.Pending(List.of(causes))), LinuxReboot.read(laptop));
  }

  private void isCurrent() {
    assertEquals(Reading.known(new Reboot.NotPending(RUNNING)), LinuxReboot.read(laptop));
  }

  @Test
  void updates_that_wait_for_the_next_start_wait() {
    laptop.says(RebootMarks.OFFLINE, "/var/cache/PackageKit/prepared-update");
    pendingBecause("updates are ready to be installed at the next start");
    laptop.says(RebootMarks.NEEDED, "");
    pendingBecause(
        "the package manager asks for a restart",
        "updates are ready to be installed at the next start");
    laptop.answers(RebootMarks.OFFLINE, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }

  @Test
  void the_captured_marks_of_debian_name_what_was_updated() {
    String marks = Captures.text("patches/apt-reboot-stamps.txt");
    int at = marks.indexOf("***");
    int end = marks.indexOf('\n', at) + 1;
    laptop
        .says(RebootMarks.REQUIRED, marks.substring(at, end))
        .says(RebootMarks.PACKAGES, marks.substring(end));
    assertEquals(
        Reading.known(
            new Reboot.Pending(
                List.of("linux-image-6.1.0-50-amd64 was updated", "libc6 was updated"))),
        LinuxReboot.read(laptop));
  }

  @Test
  void the_newest_kernel_needs_no_restart() {
    isCurrent();
  }

  @Test
  void a_newer_kernel_of_the_flavour_needs_one() {
    laptop.says(Kernels.MODULES, RUNNING + "\n" + NEWER);
    laptop.says(Kernels.BOOT, "vmlinuz-" + RUNNING + "\nvmlinuz-" + NEWER);
    pendingBecause("kernel " + NEWER + " is installed, " + RUNNING + " runs");
  }

  @Test
  void a_kernel_beside_its_modules_counts_too() {
    laptop.says(Kernels.MODULES, RUNNING + "\n" + NEWER);
    laptop.says(Kernels.MODULES.folder(NEWER), "kernel\nmodules.dep\nvmlinuz");
    pendingBecause("kernel " + NEWER + " is installed, " + RUNNING + " runs");
  }

  @Test
  void modules_that_a_removed_kernel_left_behind_do_not_count() {
    laptop.says(Kernels.MODULES, RUNNING + "\n" + NEWER);
    laptop.says(Kernels.MODULES.folder(NEWER), "updates");
    isCurrent();
  }

  @Test
  void a_newer_kernel_of_another_flavour_does_not_count() {
    String other = "6.12.0-1-rt-amd64";
    laptop.says(Kernels.MODULES, RUNNING + "\n" + other);
    laptop.says(Kernels.BOOT, "vmlinuz-" + RUNNING + "\nvmlinuz-" + other);
    isCurrent();
  }

  @Test
  void a_running_kernel_that_is_gone_needs_a_restart() {
    laptop
        .says(Kernels.RUNNING, "6.10.5-arch1-1\n")
        .says(Kernels.MODULES, "6.10.10-arch1-1\n6.6.47-1-lts")
        .says(Kernels.BOOT, "vmlinuz-linux\nvmlinuz-linux-lts")
        .says(Kernels.MODULES.folder("6.10.10-arch1-1"), "kernel\nvmlinuz");
    pendingBecause("kernel 6.10.10-arch1-1 is installed, 6.10.5-arch1-1 runs");
  }

  @Test
  void another_build_under_the_same_name_needs_a_restart() {
    laptop.says(Dpkg.STATUS, status("6.1.112-1"));
    pendingBecause("build 6.1.112-1 of the kernel is installed, " + RUNNING + " runs");
    laptop.says(LinuxReboot.BUILD, "Linux version " + RUNNING + " (me@home) #1 SMP\n");
    isCurrent();
  }

  @Test
  void the_mark_of_the_package_manager_needs_a_restart_and_names_what_waits() {
    laptop.says(RebootMarks.REQUIRED, "*** System restart required ***\n");
    pendingBecause("the package manager asks for a restart");
    laptop.says(RebootMarks.PACKAGES, "linux-image-6.1.0-50-amd64\nlibc6\nlibc6\n$(id)\n");
    pendingBecause("linux-image-6.1.0-50-amd64 was updated", "libc6 was updated");
  }

  @Test
  void an_empty_mark_is_a_mark() {
    laptop.says(RebootMarks.NEEDED, "");
    pendingBecause("the package manager asks for a restart");
  }

  @Test
  void a_staged_image_needs_a_restart() {
    laptop.says(RebootMarks.STAGED, "\0\1\2");
    pendingBecause("a new system image is ready");
  }

  @Test
  void a_container_has_nothing_to_restart() {
    var container = new Scripted().says(Kernels.RUNNING, "6.18.44-fc\n");
    assertInstanceOf(
        Reboot.DoesNotApply.class, ((Reading.Known<Reboot>) LinuxReboot.read(container)).value());
    container.says(Kernels.BOOT, "");
    assertInstanceOf(
        Reboot.DoesNotApply.class, ((Reading.Known<Reboot>) LinuxReboot.read(container)).value());
  }

  /** So it looks to who may list every folder where systemd hides this one. */
  @Test
  void a_folder_without_any_kernel_is_neither_a_container_nor_a_kernel_that_is_current() {
    for (String hidden : List.of("", "lost+found", "..")) {
      for (String boot : List.of("", "vmlinuz-" + RUNNING)) {
        laptop.says(Kernels.MODULES, hidden).says(Kernels.BOOT, boot);
        laptop.answers(Kernels.SHOWN, new Answer.Missing());
        assertEquals(Reason.NOT_UNDERSTOOD, reason(), hidden + boot);
        laptop.says(Kernels.SHOWN, hidden);
        assertEquals(Reason.NOT_UNDERSTOOD, reason(), hidden + boot);
        laptop.answers(Kernels.SHOWN, new Answer.Denied());
        assertEquals(Reason.NOT_UNDERSTOOD, reason(), hidden + boot);
      }
    }
  }

  @Test
  void what_the_services_sandbox_hides_is_read_where_it_shows_it() {
    laptop.says(Kernels.MODULES, "").says(Kernels.SHOWN, RUNNING);
    isCurrent();
    laptop.answers(Kernels.MODULES, new Answer.Denied());
    isCurrent();
    laptop.says(Kernels.SHOWN, RUNNING + "\n" + NEWER);
    laptop.says(Kernels.SHOWN.folder(NEWER), "kernel\nmodules.dep\nvmlinuz");
    pendingBecause("kernel " + NEWER + " is installed, " + RUNNING + " runs");
  }

  @Test
  void a_shown_folder_without_the_running_kernel_is_not_the_one_it_started_from() {
    laptop.says(Kernels.MODULES, "").says(Kernels.BOOT, "");
    laptop.says(Kernels.SHOWN, "6.1.0-9-amd64");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
  }

  @Test
  void outside_the_sandbox_nobody_believes_what_it_would_show() {
    laptop.says(Kernels.MODULES, RUNNING + "\n" + NEWER);
    laptop.says(Kernels.BOOT, "vmlinuz-" + NEWER);
    laptop.says(Kernels.SHOWN, RUNNING);
    pendingBecause("kernel " + NEWER + " is installed, " + RUNNING + " runs");
  }

  @Test
  void nixos_keeps_its_kernels_elsewhere() {
    var nix =
        new Scripted()
            .says(Kernels.RUNNING, "6.6.47\n")
            .says(RebootMarks.BOOTED, "/nix/store/a-linux-6.6.47/bzImage")
            .says(RebootMarks.CURRENT, "/nix/store/a-linux-6.6.47/bzImage");
    assertEquals(Reading.known(new Reboot.NotPending("6.6.47")), LinuxReboot.read(nix));
    nix.says(RebootMarks.CURRENT, "/nix/store/b-linux-6.6.50/bzImage");
    assertEquals(
        Reading.known(new Reboot.Pending(List.of("another kernel is installed, 6.6.47 runs"))),
        LinuxReboot.read(nix));
  }

  @Test
  void a_kernel_that_is_none_of_the_installed_is_unknown() {
    laptop.says(Kernels.RUNNING, "6.6.36.3-microsoft-standard-WSL2\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
  }

  @Test
  void a_running_kernel_that_is_missing_denied_or_not_understood_is_unknown() {
    laptop.answers(Kernels.RUNNING, new Answer.Missing());
    assertEquals(Reason.TOOL_MISSING, reason());
    laptop.answers(Kernels.RUNNING, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
    laptop.says(Kernels.RUNNING, "\u001b[31m\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
  }

  @Test
  void what_may_not_be_looked_at_is_no_pass() {
    for (Question question :
        List.of(RebootMarks.REQUIRED, RebootMarks.NEEDED, RebootMarks.STAGED, Kernels.MODULES)) {
      a_debian_laptop_that_runs_its_newest_kernel();
      laptop.answers(question, new Answer.Denied());
      assertEquals(Reason.NEEDS_PRIVILEGE, reason(), question.text());
    }
  }

  @Test
  void a_newer_kernel_behind_a_closed_folder_is_unknown() {
    laptop.says(Kernels.MODULES, RUNNING + "\n" + NEWER);
    laptop.answers(Kernels.BOOT, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
    laptop.says(Kernels.MODULES, RUNNING);
    isCurrent();
  }

  @Test
  void packages_that_may_not_be_read_leave_debians_kernel_unknown() {
    laptop.answers(Dpkg.STATUS, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }
}
