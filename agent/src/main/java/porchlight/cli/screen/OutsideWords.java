package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;

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
