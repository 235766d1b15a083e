package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * The kernels that a next start could choose from, held against the one that runs. Modules alone
 * are no kernel: those of a removed one may stay behind, so its image has to be there too.
 */
record Kernels(Machine machine) {
  static final ReadFile RUNNING = new ReadFile("/proc/sys/kernel/osrelease");
  static final ListFolder MODULES = new ListFolder("/lib/modules");
  static final ListFolder BOOT = new ListFolder("/boot");

  private static final List<String> IMAGES = List.of("vmlinuz-", "vmlinux-", "kernel-", "Image-");
  private static final Set<String> BESIDE_MODULES =
      Set.of("vmlinuz", "vmlinux", "Image", "bzImage");

  /** What is installed: by its modules, and by its image where that folder may be listed. */
  private record Installed(Set<String> modules, Reading<Set<String>> images) {
    boolean isNone() {
      return modules.isEmpty() && images.equals(Reading.known(Set.of()));
    }
  }

  /** That name is not one that could be compared with others. */
  Reading<KernelRelease> running() {
    return Answers.read(
        RUNNING,
        machine.ask(RUNNING),
        said ->
            KernelRelease.of(said.text().strip())
                .map(Reading::known)
                .orElseGet(() -> Answers.notUnderstood(RUNNING, said.text())));
  }

  /**
   * Of those installed that would replace the running one, the newest; empty when the running one
   * is it. Empty too when no kernel is installed at all: see {@link #isNone}.
   */
  Reading<Optional<String>> waiting(KernelRelease running) {
    return installed().flatMap(installed -> waiting(running, installed));
  }

  /** Whether this system has no kernel of its own: a container, or started from outside. */
  Reading<Boolean> isNone() {
    return installed().map(Installed::isNone);
  }

  private Reading<Optional<String>> waiting(KernelRelease running, Installed installed) {
    var names = new LinkedHashSet<>(installed.modules());
    if (installed.images() instanceof Known<Set<String>>(var images)) {
      names.addAll(images);
    }
    List<KernelRelease> alike =
        names.stream()
            .map(KernelRelease::of)
            .flatMap(Optional::stream)
            .filter(running::isOfTheFlavourOf)
            .sorted(java.util.Comparator.reverseOrder())
            .toList();
    for (KernelRelease one : alike) {
      if (one.compareTo(running) <= 0) {
        break;
      }
      switch (hasImage(one.text(), installed.images())) {
        case Known<Boolean>(var there) -> {
          if (there) {
            return Reading.known(Optional.of(one.text()));
          }
        }
        case Unknown<Boolean> unknown -> {
          return unknown.as();
        }
      }
    }
    return alike.stream().anyMatch(one -> one.text().equals(running.text()))
        ? Reading.known(Optional.empty())
        : notAmong(running, alike, installed);
  }

  /**
   * Some distributions keep only the newest kernel, and remove the running one with its modules.
   */
  private Reading<Optional<String>> notAmong(
      KernelRelease running, List<KernelRelease> alike, Installed installed) {
    for (KernelRelease one : alike) {
      if (hasImage(one.text(), installed.images()).equals(Reading.known(true))) {
        return Reading.known(Optional.of(one.text()));
      }
    }
    return installed.isNone()
        ? Reading.known(Optional.empty())
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            "the running kernel " + running.text() + " is not one of those that are installed");
  }

  private Reading<Boolean> hasImage(String release, Reading<Set<String>> images) {
    if (images instanceof Known<Set<String>>(var known) && known.contains(release)) {
      return Reading.known(true);
    }
    var folder = MODULES.folder(release);
    Answer answer = machine.ask(folder);
    if (answer instanceof Answer.Said said
        && said.text().lines().anyMatch(BESIDE_MODULES::contains)) {
      return Reading.known(true);
    }
    return answer instanceof Answer.Missing || answer instanceof Answer.Said
        ? images.map(known -> false)
        : Answers.read(folder, answer, said -> Reading.known(false));
  }

  private Reading<Installed> installed() {
    Answer modules = machine.ask(MODULES);
    Reading<Set<String>> names =
        modules instanceof Answer.Missing
            ? Reading.known(Set.of())
            : Answers.read(MODULES, modules, said -> Reading.known(names(said)));
    Answer boot = machine.ask(BOOT);
    Reading<Set<String>> images =
        boot instanceof Answer.Missing
            ? Reading.known(Set.of())
            : Answers.read(BOOT, boot, said -> Reading.known(images(said)));
    return names.map(all -> new Installed(all, images));
  }

  private static Set<String> names(Answer.Said said) {
    var found = new TreeSet<String>();
    for (String line : said.text().lines().toList()) {
      found.add(line.endsWith("/") ? line.substring(0, line.length() - 1) : line);
    }
    found.removeIf(name -> KernelRelease.of(name).isEmpty());
    return found;
  }

  private static Set<String> images(Answer.Said said) {
    var found = new ArrayList<String>();
    for (String line : said.text().lines().toList()) {
      IMAGES.stream()
          .filter(line::startsWith)
          .forEach(image -> found.add(line.substring(image.length())));
    }
    return new TreeSet<>(found);
  }
}
