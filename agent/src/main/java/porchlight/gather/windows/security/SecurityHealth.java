package porchlight.gather.windows.security;

import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/** How the security centre of Windows finds all products of a kind together. */
public final class SecurityHealth {
  public static final WindowsNative HEALTH = WindowsNative.SECURITY_HEALTH;

  /** The numbers of the kinds. */
  public static final String FIREWALL = "1";

  public static final String ANTIVIRUS = "4";

  private SecurityHealth() {}

  /** Whether one of them guards, or none does; soon after a start it is not told yet. */
  public static Reading<Boolean> isGuarded(Machine machine, String kind) {
    return Blocks.read(machine, HEALTH)
        .flatMap(blocks ->
            switch (blocks.stream()
                .filter(block -> block.kind().equals("provider") && block.name().equals(kind))
                .findFirst()
                .flatMap(block -> block.text("health"))
                .orElse("")) {
              case "0" -> Reading.known(true);
              case "2", "3" -> Reading.known(false);
              default -> Answers.notUnderstood(HEALTH, "the health of " + kind + " is not told");
            });
  }
}
