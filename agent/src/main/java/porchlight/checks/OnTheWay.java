package porchlight.checks;

import java.util.List;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;

/** Whether somebody on the way answers in the place of name servers out there. */
record OnTheWay(DnsAnswers answers) {

  boolean isAnywhere() {
    return intercepts(true, "") || intercepts(false, "");
  }

  /**
   * What that means for one server. A name that its provider alone knows may be gone one day, so
   * not to know it is a lie only where somebody on the way is seen as well.
   */
  void to(Server server, Facts facts, List<String> lies, List<String> gaps) {
    var identities = server.asked(Purpose.IDENTITY);
    boolean ipv4 = server.address().indexOf(':') < 0;
    boolean denied = identities.stream().anyMatch(OnTheWay::isDenied);
    boolean proven = !denied && identities.stream().anyMatch(OnTheWay::isProven);
    if (denied && isAnywhere()) {
      lies.add(
          isHere(server)
              ? "somebody else answers in the place of the provider of this laptop's resolver"
              : "who answers at "
                  + Outside.shown(server.address())
                  + " is not who has that address");
    }
    if (server.isPublic() && intercepts(ipv4, server.link())) {
      lies.add(
          "queries to " + Outside.shown(server.address()) + " are answered by somebody on the way");
    } else if (asksOutThere(server, facts) && isAnywhere()) {
      lies.add("queries of this laptop's own resolver are answered by somebody on the way");
    }
    boolean speaks = server.asked().stream().anyMatch(one -> one.reply() instanceof Reply.Answered);
    boolean blind = identities.isEmpty() ? server.isPublic() && isDark(ipv4) : !proven;
    if (speaks && blind) {
      gaps.add(
          "whether it is its provider who answers at "
              + Outside.shown(server.address())
              + " is not told");
    }
  }

  /**
   * A server that asks for nobody did so, or says what it cannot know: another answered. That says
   * nothing of what leaves by another link, such as a tunnel for some addresses.
   */
  private boolean intercepts(boolean ipv4, String link) {
    return answers.authorities().stream()
        .filter(server -> (server.address().indexOf(':') < 0) == ipv4)
        .filter(server -> link.isEmpty() || server.link().isEmpty() || server.link().equals(link))
        .flatMap(server -> server.asked().stream())
        .anyMatch(asked ->
            asked.reply() instanceof Reply.Answered answered
                && (answered.recursive()
                    || (!answered.authoritative()
                        && (!answered.addresses().isEmpty()
                            || answered.rcode().equals("NXDOMAIN")))));
  }

  /** Whether none of those answered by whom it would show. */
  private boolean isDark(boolean ipv4) {
    var asked =
        answers.authorities().stream()
            .filter(server -> (server.address().indexOf(':') < 0) == ipv4)
            .flatMap(server -> server.asked().stream())
            .toList();
    return !asked.isEmpty() && asked.stream().allMatch(one -> one.reply() instanceof Reply.Silent);
  }

  private static boolean isDenied(Asked asked) {
    return asked.reply() instanceof Reply.Answered answered
        && answered.texts() == 0
        && (answered.isFound() || answered.rcode().equals("NXDOMAIN"));
  }

  private static boolean isProven(Asked asked) {
    return asked.reply() instanceof Reply.Answered answered && answered.texts() > 0;
  }

  private static boolean isHere(Server server) {
    return IpAddress.of(server.address()).filter(IpAddress::isLoopback).isPresent();
  }

  /** A resolver on this laptop that asks servers out there by itself, in the clear. */
  private static boolean asksOutThere(Server server, Facts facts) {
    return isHere(server)
        && facts.dns() instanceof Known<Dns>(Dns(var resolvers, var by))
        && resolvers.stream()
            .anyMatch(one ->
                one.transport() == Dns.Transport.PLAIN && one.address().equals(server.address()));
  }
}
