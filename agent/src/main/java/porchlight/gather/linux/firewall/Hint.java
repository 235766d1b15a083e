package porchlight.gather.linux.firewall;

import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * What anybody may read about firewalls: whether one is meant to run, which says nothing of what it
 * lets in, so it is only ever a hint beside "could not tell".
 */
final class Hint {
  static final Question.ReadFile UFW = new Question.ReadFile("/etc/ufw/ufw.conf");
  static final Run SERVICES = Run.of("systemctl", "is-active", "ufw", "firewalld", "nftables");

  private Hint() {}

  static String of(Machine machine) {
    return said(machine.ask(UFW), machine.ask(SERVICES));
  }

  static String said(Answer ufw, Answer services) {
    var hint = new StringBuilder();
    if (ufw instanceof Answer.Said conf) {
      conf.text()
          .lines()
          .map(String::strip)
          .filter(line -> line.equals("ENABLED=yes") || line.equals("ENABLED=no"))
          .findFirst()
          .ifPresent(line -> hint.append("; ufw.conf says ").append(line));
    }
    if (services instanceof Answer.Said states) {
      String[] lines = states.text().strip().split("\\s+", -1);
      String[] names = {"ufw", "firewalld", "nftables"};
      if (lines.length == names.length) {
        for (int i = 0; i < names.length; i++) {
          if (lines[i].equals("active")) {
            hint.append("; the service ").append(names[i]).append(" is active");
          }
        }
      }
    }
    return hint.isEmpty() ? "" : hint + " (which does not say what it lets in)";
  }
}
