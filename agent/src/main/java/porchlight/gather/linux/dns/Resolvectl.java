package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code resolvectl status}: the servers systemd-resolved asks for names in general. Those are the
 * links that a domain {@code ~.} gives all names to, or else the global servers and the links with
 * the default route; with none of them the fallback servers.
 */
final class Resolvectl {
  static final Run STATUS = Run.of("resolvectl", "--no-pager", "status");

  private Resolvectl() {}

  /**
   * A server in use.
   *
   * @param link the interface it belongs to; empty for one that is asked on any
   */
  record Server(Upstream upstream, String link) {
    Resolver resolver() {
      return upstream.on(link);
    }
  }

  static Reading<List<Server>> servers(Answer answer) {
    return Answers.read(STATUS, answer, Resolvectl::said);
  }

  private static Reading<List<Server>> said(Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(STATUS, said);
    }
    var sections = ResolvectlSection.all(said.text());
    var global = sections.stream().filter(ResolvectlSection::isGlobal).findFirst();
    if (global.isEmpty()) {
      return Answers.notUnderstood(STATUS, said.text());
    }
    Transport globally = global.get().transport().orElse(Transport.NOT_TOLD);
    var found = new ArrayList<Server>();
    for (ResolvectlSection section : asked(sections)) {
      var servers = servers(section, "DNS Servers", globally);
      if (servers.isEmpty()) {
        return Answers.notUnderstood(STATUS, section.value("DNS Servers"));
      }
      found.addAll(servers.get());
    }
    boolean hasNone = sections.stream().allMatch(each -> each.value("DNS Servers").isEmpty());
    return hasNone
        ? servers(global.get(), "Fallback DNS Servers", globally)
            .map(Reading::known)
            .orElseGet(() -> Answers.notUnderstood(STATUS, "its fallback servers"))
        : Reading.known(found.stream().distinct().toList());
  }

  private static List<ResolvectlSection> asked(List<ResolvectlSection> sections) {
    var inUse =
        sections.stream().filter(section -> !section.value("DNS Servers").isEmpty()).toList();
    var forAll =
        inUse.stream().filter(section -> section.isInUse() && section.takesAllNames()).toList();
    return forAll.isEmpty()
        ? inUse.stream()
            .filter(
                section -> section.isGlobal() || (section.isInUse() && section.hasDefaultRoute()))
            .toList()
        : forAll;
  }

  /** Empty when one of them is not understood. */
  private static Optional<List<Server>> servers(
      ResolvectlSection section, String key, Transport globally) {
    var words =
        Stream.of(section.value(key).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    var found =
        words.stream()
            .map(word -> ResolvectlServer.of(word, transport(section, globally)))
            .flatMap(Optional::stream)
            .map(upstream -> new Server(upstream, section.link()))
            .toList();
    return found.size() == words.size() ? Optional.of(found) : Optional.empty();
  }

  /** Certificates are checked only where encryption is demanded globally. */
  private static Transport transport(ResolvectlSection section, Transport globally) {
    if (section.isGlobal()) {
      return globally;
    }
    Transport own = section.transport().orElse(Transport.NOT_TOLD);
    return own == Transport.AUTHENTICATED && globally != Transport.AUTHENTICATED
        ? Transport.ENCRYPTED
        : own;
  }
}
