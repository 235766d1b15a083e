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

  /** Where the service's own sandbox, in which {@link #MODULES} is hidden, shows what is in it. */
  static final ListFolder SHOWN = new ListFolder("/run/porchlight/modules");

  static final ListFolder BOOT = new ListFolder("/boot");

  private static final List<String> IMAGES = List.of("vmlinuz-", "vmlinux-", "kernel-", "Image-");
  private static final Set<String> BESIDE_MODULES =
      Set.of("vmlinuz", "vmlinux", "Image", "bzImage");

  /** The kernels that have a folder of modules in {@code at}. */
  private record Modules(ListFolder at, Set<String> names) {}

  /** What is installed: by its modules, and by its image where that folder may be listed. */
  private record Installed(Modules modules, Reading<Set<String>> images) {
    boolean isNone() {
      return modules.names().isEmpty() && images.equals(Reading.known(Set.of()));
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
    var names = new LinkedHashSet<>(installed.modules().names());
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
      switch (hasImage(one.text(), installed)) {
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
      if (hasImage(one.text(), installed).equals(Reading.known(true))) {
        return Reading.known(Optional.of(one.text()));
      }
    }
    return installed.isNone()
        ? Reading.known(Optional.empty())
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            "the running kernel " + running.text() + " is not one of those that are installed");
  }

  private Reading<Boolean> hasImage(String release, Installed installed) {
    Reading<Set<String>> images = installed.images();
    if (images instanceof Known<Set<String>>(var known) && known.contains(release)) {
      return Reading.known(true);
    }
    var folder = installed.modules().at().folder(release);
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
    Answer boot = machine.ask(BOOT);
    Reading<Set<String>> images =
        boot instanceof Answer.Missing
            ? Reading.known(Set.of())
            : Answers.read(BOOT, boot, said -> Reading.known(images(said)));
    return modules().map(modules -> new Installed(modules, images));
  }

  private Reading<Modules> modules() {
    Answer answer = machine.ask(MODULES);
    if (answer instanceof Answer.Missing) {
      return Reading.known(new Modules(MODULES, Set.of()));
    }
    Reading<Modules> open = modules(MODULES, answer);
    return open instanceof Unknown
            && modules(SHOWN, machine.ask(SHOWN)) instanceof Known<Modules> shown
        ? shown
        : open;
  }

  /** A folder that is there and names no kernel is not what this system starts from. */
  private Reading<Modules> modules(ListFolder folder, Answer answer) {
    return Answers.read(
        folder,
        answer,
        said -> {
          Set<String> names = names(said);
          return names.isEmpty()
              ? Reading.unknown(
                  Reason.NOT_UNDERSTOOD,
                  folder.path() + " names no kernel, as where a sandbox hides it")
              : Reading.known(new Modules(folder, names));
        });
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
