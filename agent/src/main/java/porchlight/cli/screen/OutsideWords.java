package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Portal;
import porchlight.facts.RouterExposure;
import porchlight.facts.TlsChains;

/** What the network answered, a line for each question. */
final class OutsideWords {
  private OutsideWords() {}

  static List<String> of(DnsAnswers answers) {
    var lines = new ArrayList<String>();
    for (Server server : answers.servers()) {
      server.asked().forEach(asked -> lines.add(words(server, asked)));
    }
    for (Server server : answers.authorities()) {
      server.asked().forEach(asked -> lines.add(words(server, asked)));
    }
    lines.add("asked at " + answers.asOf());
    return lines;
  }

  static List<String> of(Portal portal) {
    var lines = new ArrayList<String>();
    for (Portal.Page page : portal.pages()) {
      lines.add(
          page.url()
              + (page.ipv6() ? " (IPv6): " : ": ")
              + switch (page.seen()) {
                case Portal.Seen.Right() -> "as it should be";
                case Portal.Seen.Sent() -> "sent to another page";
                case Portal.Seen.Other(int status) -> "another page (" + status + ")";
                case Portal.Seen.Trouble(int status) -> "status " + status;
                case Portal.Seen.Unreached(var detail) -> detail;
                case Portal.Seen.Silent(var reason, var detail) -> detail;
              });
    }
    switch (portal.told()) {
      case Portal.Told.Nothing() -> {}
      case Portal.Told.Said(boolean captive, var login) ->
          lines.add(
              "the network itself: "
                  + (captive ? "somebody must log in" : "nobody must log in")
                  + (login.isEmpty() ? "" : " (" + login + ")"));
      case Portal.Told.Silent(var reason, var detail) -> lines.add("the network itself: " + detail);
    }
    lines.add("asked at " + portal.asOf());
    return lines;
  }

  static List<String> of(TlsChains chains) {
    var lines = new ArrayList<String>();
    for (TlsChains.Site site : chains.sites()) {
      lines.add(
          site.host()
              + (site.ipv6() ? " (IPv6): " : ": ")
              + switch (site.seen()) {
                case TlsChains.Seen.Good(boolean pinned) ->
                    pinned ? "a key that the policy names" : "a public authority vouches for it";
                case TlsChains.Seen.Foreign(var issuer, var why, var keys) ->
                    why + "; made by " + issuer;
                case TlsChains.Seen.Unreached(var detail) -> detail;
                case TlsChains.Seen.Silent(var reason, var detail) -> detail;
              });
    }
    lines.add("asked at " + chains.asOf());
    return lines;
  }

  static List<String> of(RouterExposure exposure) {
    var lines = new ArrayList<String>();
    for (RouterExposure.Router router : exposure.routers()) {
      for (RouterExposure.Asked asked : router.asked()) {
        String seen =
            switch (asked.seen()) {
              case RouterExposure.Seen.Open() -> "offered";
              case RouterExposure.Seen.Closed() -> "not offered";
              case RouterExposure.Seen.Silent(var reason, var detail) -> detail;
            };
        lines.add(router.address() + ", " + asked.service().word() + ": " + seen);
      }
    }
    lines.add(
        exposure
            .asOf()
            .map(time -> "asked at " + time)
            .orElse("the policy does not have it asked"));
    return lines;
  }

  private static String words(Server server, Asked asked) {
    String question =
        server.address() + " on " + asked.name() + (asked.ipv6() ? " (IPv6): " : ": ");
    return question
        + switch (asked.reply()) {
          case Reply.Silent(var reason, var detail) -> detail;
          case Reply.Answered answered -> {
            var words = new StringJoiner(", ");
            words.add(answered.rcode());
            answered.addresses().forEach(address -> words.add(address.text()));
            answered.extended().forEach(code -> words.add("error " + code));
            yield words.toString();
          }
        };
  }
}
