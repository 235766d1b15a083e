package porchlight.gather.linux.wifi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** The network interfaces that are radios, as the kernel's folders say. */
final class Adapters {
  static final ListFolder LINKS = new ListFolder("/sys/class/net");

  private Adapters() {}

  static Reading<List<LinkName>> links(Machine machine) {
    return Answers.read(
        LINKS,
        machine.ask(LINKS),
        said ->
            Reading.known(
                said.text()
                    .lines()
                    .map(LinkName::of)
                    .flatMap(Optional::stream)
                    .filter(link -> isRadio(machine, link))
                    .toList()));
  }

  /** Something is at the other end; false as well for what does not say. */
  static boolean isUp(Machine machine, LinkName link) {
    return machine.ask(LINKS.folder(link.value()).file("operstate")) instanceof Answer.Said said
        && !Set.of("down", "dormant", "notpresent", "lowerlayerdown").contains(said.text().strip());
  }

  private static boolean isRadio(Machine machine, LinkName link) {
    return machine.ask(LINKS.folder(link.value())) instanceof Answer.Said said
        && said.text().lines().anyMatch(name -> name.equals("phy80211") || name.equals("wireless"));
  }
}
