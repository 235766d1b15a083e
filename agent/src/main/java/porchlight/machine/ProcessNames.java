package porchlight.machine;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import porchlight.machine.windows.WindowsPrograms;

/**
 * Which names the processes of this machine bear: on Linux by proc(5). Where it is mounted with
 * {@code hidepid}, other people's are not told: process 1 is always there, so that its absence
 * shows it. Elsewhere Java tells them, on macOS to everybody their own and to root all.
 */
final class ProcessNames {
  private static final int MOST = 100_000;
  private static final int LONGEST = 64;

  private ProcessNames() {}

  static Answer here(List<String> names) throws IOException {
    if (OnWindows.HERE) {
      return WindowsPrograms.among(names);
    }
    Path proc = Path.of("/proc");
    return proc.toFile().exists() ? among(proc, names) : told(names, ProcessHandle.allProcesses());
  }

  /** A process that lives and does not tell its program is somebody else's. */
  static Answer told(List<String> names, Stream<ProcessHandle> processes) {
    Set<String> wanted = Set.copyOf(names);
    var found = new TreeSet<String>();
    int seen = 0;
    int hidden = 0;
    for (ProcessHandle process : processes.limit(MOST).toList()) {
      Optional<String> program = process.info().command();
      if (program.isPresent()) {
        seen++;
        String name = program.get().substring(program.get().lastIndexOf('/') + 1);
        if (wanted.contains(name)) {
          found.add(name);
        }
      } else if (process.pid() != 0 && process.isAlive()) { // 0 is the kernel itself
        hidden++;
      }
    }
    return said(found, seen, hidden);
  }

  private static Answer said(Set<String> found, int seen, int hidden) {
    var out = new StringBuilder();
    found.forEach(name -> out.append(name).append('\n'));
    out.append("# seen ").append(seen).append(" hidden ").append(hidden).append('\n');
    return new Answer.Said(0, out.toString());
  }

  /** The old way of Java to files, because it takes half the time of the new one here. */
  static Answer among(Path proc, List<String> names) throws IOException {
    String[] numbers = proc.toFile().list();
    if (numbers == null) {
      throw proc.toFile().exists()
          ? new AccessDeniedException(proc.toString())
          : new NoSuchFileException(proc.toString());
    }
    Set<String> wanted = Set.copyOf(names);
    var found = new TreeSet<String>();
    int seen = 0;
    int hidden = 1;
    for (String number : numbers) {
      if (number.charAt(0) < '1' || number.charAt(0) > '9') {
        continue;
      }
      if (number.equals("1")) {
        hidden--;
      }
      try {
        Optional<String> name = name(new File(proc + "/" + number + "/comm"));
        if (name.isPresent()) {
          seen++;
          name.filter(wanted::contains).ifPresent(found::add);
        }
      } catch (IOException denied) {
        hidden++;
      }
      if (seen + hidden > MOST) {
        return new Answer.Failed("more than " + MOST + " processes");
      }
    }
    return said(found, seen, hidden);
  }

  /** Empty when the process has ended meanwhile. */
  private static Optional<String> name(File comm) throws IOException {
    try (var in = new FileInputStream(comm)) {
      String name = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      return Optional.of(name.endsWith("\n") ? name.substring(0, name.length() - 1) : name);
    } catch (FileNotFoundException failed) {
      if (String.valueOf(failed.getMessage()).contains("No such")) {
        return Optional.empty();
      }
      throw failed; // denied, or no file
    } catch (IOException failed) {
      if (String.valueOf(failed.getMessage()).contains("No such process")) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
