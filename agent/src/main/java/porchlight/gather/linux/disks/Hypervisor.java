package porchlight.gather.linux.disks;

import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** Whether this is a virtual machine, as its processor says. */
public record Hypervisor(Machine machine) {
  static final ReadFile PROCESSOR = new ReadFile("/proc/cpuinfo");

  private static final Pattern FLAG =
      Pattern.compile("^flags\\s*:.*\\bhypervisor\\b", Pattern.MULTILINE);
  private static final Pattern SHAPE = Pattern.compile("^\\w[^\\n:]*:", Pattern.MULTILINE);

  /** Unknown where the processor is not described. */
  public Reading<Boolean> isThere() {
    return Answers.read(
        PROCESSOR,
        machine.ask(PROCESSOR),
        said ->
            SHAPE.matcher(said.text()).find()
                ? Reading.known(FLAG.matcher(said.text()).find())
                : Answers.notUnderstood(PROCESSOR, said.text()));
  }
}
