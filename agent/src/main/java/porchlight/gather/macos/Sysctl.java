package porchlight.gather.macos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/** {@code sysctl}: what the kernel calls this Mac. */
record Sysctl(String name, String model, String arch) {
  private static final String NAME = "kern.hostname";
  private static final String MODEL = "hw.model";
  private static final String ARCH = "hw.machine";

  static final Run NAMES = Run.of("sysctl", NAME, MODEL, ARCH).hiding("^kern\\.hostname: (.+)$");

  static Reading<Sysctl> read(Machine machine) {
    return read(machine.ask(NAMES));
  }

  static Reading<Sysctl> read(Answer answer) {
    return Answers.read(
        NAMES,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(NAMES, said));
  }

  private static Reading<Sysctl> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon < 1
          || !List.of(NAME, MODEL, ARCH).contains(line.substring(0, colon))
          || values.put(line.substring(0, colon), Answers.brief(line.substring(colon + 2)))
              != null) {
        return Answers.notUnderstood(NAMES, line);
      }
    }
    String arch = values.getOrDefault(ARCH, "");
    return arch.matches("[A-Za-z0-9_]{1,20}")
        ? Reading.known(
            new Sysctl(values.getOrDefault(NAME, ""), values.getOrDefault(MODEL, ""), arch))
        : Answers.notUnderstood(NAMES, "no architecture");
  }
}
